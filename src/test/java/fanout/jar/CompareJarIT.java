package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.Entry;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.RunFiles;
import fanout.testing.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code compare} of target/benchmarks.jar, as a process of its own. */
class CompareJarIT {
    /**
     * The allowance for a machine that does other things, too: the goals are 1 s for a file of 1 MB, and 3 s for one of
     * 20 MB.
     */
    private static final int ALLOWANCE = 10;

    /** Written once for all JDKs. */
    @TempDir
    static Path largeFiles;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void largeFilesAreComparedWithinTheTimeLimit(Jdk jdk) throws Exception {
        assertThat(seconds(jdk, 1)).isLessThan(ALLOWANCE * 1.0);
        assertThat(seconds(jdk, 20)).isLessThan(ALLOWANCE * 3.0);
    }

    private double seconds(Jdk jdk, int megabytes) throws Exception {
        String base = large(megabytes, 1).toString();
        String candidate = large(megabytes, 2).toString();
        long start = System.nanoTime();
        Shell shell = run(Map.of(), java(jdk, "--fail-on", "never", base, candidate));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(shell.status()).as(shell.toString()).isZero();
        System.out.printf(Locale.ROOT, "compare of two files of %d MB on %s: %.2f s%n", megabytes, jdk, seconds);
        return seconds;
    }

    /** As JMH writes it, one number a line: ten forks of fifty iterations make a benchmark of about 15 kB. */
    private Path large(int megabytes, long seed) throws Exception {
        Path file = largeFiles.resolve(megabytes + "mb-" + seed + ".json");
        if (Files.exists(file)) {
            return file;
        }
        double[][] forks = Entry.forks(10, 10, seed);
        double[][] longer = IntStream.range(0, forks.length)
                .mapToObj(fork -> IntStream.range(0, 50)
                        .mapToDouble(i -> forks[fork][i % 4] * (1 + i * 1e-7))
                        .toArray())
                .toArray(double[][]::new);
        int each = Entry.json(new Entry("a.Bench.method0000", longer)).length();
        Entry[] entries = IntStream.range(0, megabytes * 1_000_000 / each + 1)
                .mapToObj(i -> new Entry("a.Bench.method" + i, longer))
                .toArray(Entry[]::new);
        Entry.write(file, entries);
        assertThat(Files.size(file)).isGreaterThan(megabytes * 990_000L);
        return file;
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theComparisonIsTheSameInArabicAndTurkishLocales(Jdk jdk) {
        files();

        String plain = run(Map.of(), java(jdk, "a.json", "b.json")).out();
        String arabic = run(Map.of(), java(jdk, "-Duser.language=ar", "a.json", "b.json"))
                .out();
        String turkish = run(Map.of(), java(jdk, "-Duser.language=tr", "-Duser.country=TR", "a.json", "b.json"))
                .out();

        assertThat(plain).contains("faster", "9.001");
        assertThat(arabic).isEqualTo(plain);
        assertThat(turkish).isEqualTo(plain);
    }

    @Test
    void aRunFolderMayBeTheCurrentOne() {
        new RunFiles(folder, true)
                .jvm("a")
                .jvm("b")
                .forks("a", "a.Bench.parse", Entry.forks(3, 10, 1))
                .forks("b", "a.Bench.parse", Entry.forks(3, 10, 2))
                .write();

        Shell shell = run(Map.of(), java(Jdks.found().get(0), "."));

        assertThat(shell.err())
                .isEqualTo("fanout: .: its files can't be verified, since the run is older than the checksums\n");
        assertThat(shell.out()).contains("Baseline a against b.");
    }

    @Test
    void coloursAreForTerminalsOnlyAndNotIfNoColorIsSet() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script gives a terminal to a command");
        files();
        String command = String.join(" ", java(Jdks.found().get(0), "a.json", "b.json"));
        String[] inTerminal = {"script", "-qec", command, "/dev/null"};

        assertThat(run(Map.of("TERM", "xterm", "NO_COLOR", ""), inTerminal).out())
                .contains("\u001b[32mfaster");
        assertThat(run(Map.of("TERM", "xterm", "NO_COLOR", "1"), inTerminal).out())
                .doesNotContain("\u001b[");
        assertThat(run(Map.of("TERM", "dumb", "NO_COLOR", ""), inTerminal).out())
                .doesNotContain("\u001b[");
        assertThat(run(Map.of("TERM", "xterm"), command.split(" ")).out()).doesNotContain("\u001b[");
    }

    private void files() {
        Entry.write(folder.resolve("a.json"), new Entry("a.Bench.info", Entry.forks(5, 12, 1)));
        Entry.write(folder.resolve("b.json"), new Entry("a.Bench.info", Entry.forks(5, 9, 2)));
    }

    /** A command line: options of the JVM, which begin with {@code -D}, come first. */
    private String[] java(Jdk jdk, String... args) {
        List<String> options = new ArrayList<>();
        List<String> compare = new ArrayList<>(List.of("compare"));
        for (String arg : args) {
            (arg.startsWith("-D") ? options : compare).add(arg);
        }
        return new Jar(folder).command(jdk, options, compare).toArray(String[]::new);
    }

    private Shell run(Map<String, String> environment, String... command) {
        return Shell.run(folder, environment, List.of(command));
    }
}
