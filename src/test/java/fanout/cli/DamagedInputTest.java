package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.faults.Damage;
import fanout.faults.FuzzTime;
import fanout.testing.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code compare} and {@code report} with a damaged file of a run: they judge it, or say in one line what is wrong. The
 * readers by themselves are tested by {@code fanout.faults.DamagedFilesTest}; here is all that comes after them.
 */
@Slow
@Timeout(3600)
class DamagedInputTest {
    private static final long SEED = Long.getLong("fanout.fuzzSeed", 1);
    /** Benchmarks, which messages name, are classes, too. */
    private static final String CLASS_NAME = "(java|com|org|fanout\\.(?!benchmark))(\\.?[a-z]\\w*)+\\.[A-Z]\\w+";

    @TempDir
    Path temp;

    @Test
    void aDamagedRunIsJudgedOrRefusedInOneLine() throws IOException {
        Path folder = temp.resolve("run");
        copy(EarlierFolders.folder("histograms"), folder);
        List<Path> files = files(folder);
        Random random = new Random(SEED);
        Damage damage = new Damage(random);
        FuzzTime time = FuzzTime.of(100);
        for (int i = 0; time.goesOn(i); i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] content = Files.readAllBytes(file);
            byte[] damaged = damage.of(content);
            Files.write(file, damaged);
            String what = "number " + i + " of seed " + SEED + ", " + file.getFileName() + ":\n" + new String(damaged);
            for (String format : List.of("text", "json", "html")) {
                isBounded(
                        CommandLineSession.compare("--fail-on", "never", "--format", format, folder.toString()), what);
            }
            isBounded(CommandLineSession.run(temp, "report", folder.toString()), what);
            Files.write(file, content);
        }
    }

    private static void isBounded(CommandLineSession session, String what) {
        assertThat(session.status()).as(what).isIn(ExitCode.OK, ExitCode.USAGE);
        if (session.status() == ExitCode.USAGE) {
            assertThat(session.complaints()).as(what).singleElement().asString().startsWith("fanout: ");
            assertThat(session.err()).as(what).doesNotContainPattern(CLASS_NAME);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
