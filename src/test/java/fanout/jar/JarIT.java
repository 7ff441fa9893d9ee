package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** target/benchmarks.jar as a process, on each JDK found, with a tiny benchmark on the class path. */
class JarIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void helpIsFanoutsAndDashHIsJmhs(Jdk jdk) {
        Shell help = Shell.run(folder, Map.of(), new Jar(folder).command(jdk, List.of(), List.of("help")));

        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: java -jar target/benchmarks.jar");
        assertThat(run(jdk, "-h").out()).startsWith("Usage: java -jar ... [regexp*] [options]");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theJarListsBenchmarksProfilersAndFormats(Jdk jdk) {
        assertThat(run(jdk, "-l", "Tiny").out().lines())
                .containsExactly(
                        "Benchmarks: ", "fanout.testing.TinyBenchmark.aWorks", "fanout.testing.TinyBenchmark.bFails");
        assertThat(run(jdk, "-lp", "Tiny").out()).contains("param \"size\" = {1}");
        assertThat(run(jdk, "-lprof").out()).contains("Supported profilers:", "gc:");
        assertThat(run(jdk, "-lrf").out()).contains("json");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void anUnknownOptionIsReportedInOneLine(Jdk jdk) {
        Shell shell = run(jdk, "--nonsense");

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints())
                .containsExactly("fanout: nonsense is not a recognized option (-h lists JMH's options)");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void forksAreMeasuredWithoutAnyLineOfTheJvmOrALibrary(Jdk jdk) throws IOException {
        Shell shell = run(jdk, "TinyBenchmark", "-prof", "gc");

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.out()).doesNotContain("WARNING", "SLF4J", "INFO");
        Path file = onlyResult();
        assertThat(file.getFileName().toString()).endsWith("-jdk" + jdk.feature() + ".json");
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.findValuesAsText("jdkVersion"))
                .hasSize(2)
                .allMatch(version -> version.startsWith("" + jdk.feature()));
        assertThat(json.get(0).get("secondaryMetrics").has("gc.alloc.rate.norm"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theResultFileIsNamedAfterTheJvmThatIsMeasured(Jdk jdk) throws IOException {
        Shell shell = run(Jdks.found().get(0), "aWorks", "-jvm", jdk.java().toString());

        assertThat(shell.status()).isZero();
        assertThat(shell.out())
                .doesNotContain("WARNING")
                .endsWith("saved to results/" + onlyResult().getFileName() + "\n");
        assertThat(onlyResult().getFileName().toString()).endsWith("-jdk" + jdk.feature() + ".json");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void aBenchmarkThatFailsEndsTheProcessWithExitCodeOne(Jdk jdk) throws IOException {
        Shell shell = run(jdk, "TinyBenchmark", "-p", "size=2");

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err())
                .contains("fanout: a benchmark failed: IllegalStateException: size is 2")
                .contains("saved to results/" + onlyResult().getFileName());
        assertThat(onlyResult().getFileName().toString()).endsWith("-incomplete.json");
    }

    /** Runs the jar without an option that keeps the JVM quiet: forks get it from the jar. */
    private Shell run(Jdk jdk, String... arguments) {
        Jar jar = Jar.withTests(folder);
        return Shell.run(folder, Map.of(), jar.command(jdk, List.of(jar.ownLock()), List.of(arguments)));
    }

    private Path onlyResult() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
