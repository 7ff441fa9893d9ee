package fanout.cli;

import static fanout.cli.EarlierFolders.NOT_BEGUN;
import static fanout.cli.EarlierFolders.folder;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare} and {@code run --resume} read a folder that any earlier commit wrote as before. */
class EarlierFoldersTest {
    @ParameterizedTest
    @FieldSource("fanout.cli.EarlierFolders#MEASURED")
    void compareSaysTheSameAsJson(String name) throws IOException {
        Golden.assertHolds(
                folder(name + ".json"), compare("--format", "json", folder(name).toString()));
    }

    @ParameterizedTest
    @FieldSource("fanout.cli.EarlierFolders#MEASURED")
    void compareSaysTheSameAsMarkdown(String name) throws IOException {
        Golden.assertHolds(
                folder(name + ".md"),
                compare("--format", "markdown", folder(name).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "quick"})
    void compareSaysTheSameByStrategy(String name) throws IOException {
        Golden.assertHolds(
                folder(name + "-by-strategy.json"),
                compare("--by", "strategy", "--format", "json", folder(name).toString()));
    }

    @Test
    void foldersOfDifferentBuildsAreNotPutTogether() {
        assertThat(compare(folder("first").toString(), folder("today").toString()))
                .contains("not put together, since they are of different builds of the benchmarks");
    }

    @ParameterizedTest
    @FieldSource("fanout.cli.EarlierFolders#MEASURED")
    void resumeSaysThatTheJarIsAnother(String name) throws IOException {
        assertRefusesToResume(name);
    }

    @Test
    void aRunThatHadNotBegunHasNothingToCompare() throws IOException {
        assertThat(CommandLineSession.compare(folder(NOT_BEGUN).toString()))
                .isEqualTo(new CommandLineSession(
                        ExitCode.USAGE,
                        "",
                        "fanout: " + folder(NOT_BEGUN) + ": no fork of this run has ended well yet"
                                + System.lineSeparator()));
        assertRefusesToResume(NOT_BEGUN);
    }

    @Test
    void noFolderIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(EarlierFolders.ALL)) {
            assertThat(files.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(EarlierFolders.MEASURED.stream(), Stream.of(NOT_BEGUN))
                                    .toList());
        }
    }

    private static String compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--metric", "cpu|latency", "--fail-on", "never"));
        all.addAll(List.of(arguments));
        CommandLineSession session = CommandLineSession.compare(all.toArray(String[]::new));
        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
        return session.out();
    }

    private static void assertRefusesToResume(String name) throws IOException {
        String commit = EarlierFolders.manifest(name).at("/project/commit").asText();
        CommandLineSession session = CommandLineSession.run(
                Path.of("unused"), "run", "--resume", folder(name).toString());

        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: --resume " + folder(name) + ": the jar is not the one that it was begun with (")
                .endsWith(", 1.0.0-SNAPSHOT of " + commit + " then)");
    }
}
