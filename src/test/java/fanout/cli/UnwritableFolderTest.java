package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.Jar;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder that this user may not write to, as one that another user made. Root may write everywhere, unless
 * {@code setpriv} takes that right from it.
 */
@Timeout(180)
@NeedsJvm
class UnwritableFolderTest {
    private static final List<String> AS_ROOT = List.of("setpriv", "--bounding-set", "-dac_override");

    @TempDir
    Path folder;

    private final List<Path> locked = new ArrayList<>();

    @AfterEach
    void unlock() throws IOException {
        for (Path each : locked) {
            permit(each, "rwxr-xr-x");
        }
    }

    @Test
    void aRunThatCannotBeginSaysSoInOneLine() throws IOException {
        Path parent = lock(Files.createDirectory(folder.resolve("theirs")));

        expect("run", "--out", parent.resolve("out").toString(), "TinyBenchmark.aWorks")
                .containsExactly("fanout: " + parent.resolve("out") + ": can't be created (permission denied)");
    }

    @Test
    void aRunThatCannotGoOnSaysSoInOneLine() throws IOException {
        Path run = measured();
        for (String name : List.of("forks", ".", "jmh.log")) {
            Path file = lock(run.resolve(name).normalize());

            expect("run", "--resume", run.toString())
                    .singleElement()
                    .asString()
                    .startsWith("fanout: --resume " + run + ": can't be written (permission denied: " + file);
        }
    }

    private Path measured() {
        Path run = folder.resolve("run");
        List<String> command = new ArrayList<>(List.of("run", "--out", run.toString(), "--rounds", "1"));
        command.addAll(Jar.FAST_FORKS);
        command.addAll(List.of("--no-report", "TinyBenchmark.aWorks"));
        CommandLineSession session = CommandLineSession.run(folder, command.toArray(String[]::new));
        assertThat(session.status()).as(session.toString()).isZero();
        return run;
    }

    private Path lock(Path file) throws IOException {
        permit(file, "r-xr-xr-x");
        locked.add(file);
        return file;
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private ListAssert<String> expect(String... arguments) throws IOException {
        List<String> prefix = prefix();
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true", // other tests may measure at the same time
                "-cp",
                System.getProperty("java.class.path"),
                "fanout.Main");
        List<String> command = Stream.of(prefix, java, List.of(arguments))
                .flatMap(List::stream)
                .toList();
        Shell shell = Shell.run(folder, Map.of(), command);
        assertThat(shell.status()).as(shell.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.out()).isEmpty();
        return assertThat(shell.complaints());
    }

    private List<String> prefix() throws IOException {
        Path probe = Files.createTempDirectory(folder, "probe");
        permit(probe, "r-xr-xr-x");
        if (!Files.isWritable(probe)) {
            return List.of();
        }
        boolean works;
        try {
            List<String> touch = Stream.concat(AS_ROOT.stream(), Stream.of("test", "-w", probe.toString()))
                    .toList();
            works = Shell.run(folder, Map.of(), touch).status() == 1;
        } catch (AssertionError e) {
            works = false; // there is no setpriv
        }
        assumeTrue(works, "this is root, and setpriv can't take its right to write everywhere");
        return AS_ROOT;
    }
}
