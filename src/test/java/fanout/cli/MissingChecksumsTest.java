package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Sha256;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of a folder whose manifest has no checksums: it is read, with one line on standard error. {@code
 * RunForksTest} has the same for a run that goes on.
 */
class MissingChecksumsTest {
    private static final String OLDER = ": its files can't be verified, since the run is older than the checksums";

    @TempDir
    Path temp;

    @Test
    void compareSaysItOnceAFolderAndNotInTheComparison() throws IOException {
        Path first = run("first");
        Path second = run("second");

        CommandLineSession session =
                CommandLineSession.compare("--format", "json", first.toString(), second.toString());

        assertThat(session.notes()).containsExactly(note(first), note(second));
        assertThat(session.status()).isZero();
        assertThat(session.json().toString()).doesNotContain("verified");
    }

    @Test
    void reportSaysItAndThePageDoesNot() throws IOException {
        Path folder = run("run");

        CommandLineSession session = CommandLineSession.run(temp, "report", folder.toString());

        assertThat(session.notes()).containsExactly(note(folder));
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo(folder.resolve("report.html") + System.lineSeparator());
        assertThat(folder.resolve("report.html")).content().doesNotContain("can't be verified");
    }

    @Test
    void theHistorySaysItOfEachRun() {
        Path first = run("runs/1");
        Path second = run("runs/2");

        CommandLineSession session =
                CommandLineSession.run(temp, "report", temp.resolve("runs").toString());

        assertThat(session.notes()).containsExactly(note(first), note(second));
        assertThat(session.status()).isZero();
    }

    @Test
    void someForksWithoutThemAreCounted() throws IOException {
        Path folder = copyOfToday();
        Path manifest = folder.resolve("manifest.json");
        String sum = Sha256.of(Files.readAllBytes(folder.resolve("forks/0001.json")));
        String sums = "\"status\" : \"ok\", \"sha256\" : {\"forks/0001.json\" : \"" + sum + "\"},";
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"status\" : \"ok\",", sums));

        assertThat(CommandLineSession.compare(folder.toString()).notes())
                .containsExactly(
                        "fanout: " + folder + ": the files of 5 of 6 forks can't be verified, since manifest.json"
                                + " has no checksums of them");
    }

    @Test
    void aFolderThatCannotBeReadHasOneLineOnly() throws IOException {
        Path folder = run("run");
        Files.delete(folder.resolve("forks/0001.json"));

        CommandLineSession session = CommandLineSession.compare(folder.toString());

        assertThat(session.notes()).isEmpty();
        assertThat(session.complaints()).hasSize(1);
    }

    @Test
    void ofARunThatHasNoForkYetNothingIsSaid() {
        assertThat(CommandLineSession.run(
                                temp,
                                "compare",
                                EarlierFolders.folder(EarlierFolders.NOT_BEGUN).toString())
                        .notes())
                .isEmpty();
    }

    private static String note(Path folder) {
        return "fanout: " + folder + OLDER;
    }

    private Path copyOfToday() throws IOException {
        Path original = EarlierFolders.folder("today");
        Path copy = temp.resolve("today");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        return copy;
    }

    private Path run(String name) {
        RunFiles files = new RunFiles(temp.resolve(name), true).jvm("a").jvm("b");
        for (String label : List.of("a", "b")) {
            files.forks(label, "a.Bench.parse", Entry.forks(3, 10, name.hashCode()));
        }
        return files.write();
    }
}
