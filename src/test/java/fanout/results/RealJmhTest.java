package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import fanout.testing.TinyBenchmark;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What this version of JMH writes in each mode is read as it was measured. */
class RealJmhTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Throughput, SECONDS, ops/s, ops/s",
        "Throughput, NANOSECONDS, ops/ns, ops/s",
        "AverageTime, NANOSECONDS, ns/op, s/op",
        "AverageTime, MICROSECONDS, us/op, s/op",
        "SampleTime, MILLISECONDS, ms/op, s/op",
        "SingleShotTime, SECONDS, s/op, s/op"
    })
    void theScoreOfEachModeIsReadAsJmhWroteIt(Mode mode, TimeUnit timeUnit, String unit, String dimension)
            throws Exception {
        Collection<RunResult> results = run(options(mode).timeUnit(timeUnit).forks(0));

        BenchmarkSamples measured = written(results).get(0);

        assertThat(measured.key())
                .hasToString(TinyBenchmark.class.getName() + ".aWorks " + mode.shortLabel() + " {size=1}");
        assertThat(measured.primary().unit()).hasToString(unit);
        assertThat(measured.primary().unit().dimension()).isEqualTo(dimension);
        assertThat(measured.primary().forks())
                .singleElement()
                .extracting(ForkSamples::size)
                .isEqualTo(3);
        double score = results.iterator().next().getPrimaryResult().getScore();
        assertThat(measured.primary().score()).isEqualTo(score);
    }

    @Test
    void aSampleHasItsPercentilesAsSecondaryMetrics() throws Exception {
        BenchmarkSamples measured =
                written(run(options(Mode.SampleTime).forks(0))).get(0);

        assertThat(measured.secondary()).containsKeys("p0.50", "p0.99");
        double mean = measured.primary().forks().get(0).iteration(0);
        assertThat(mean).isBetween(0.0, 1000.0).isNotZero();
    }

    @NeedsJvm
    @Test
    void forksAndProfilersAreRead() throws Exception {
        BenchmarkSamples measured = written(
                        run(options(Mode.AverageTime).forks(2).addProfiler(GCProfiler.class)))
                .get(0);

        assertThat(measured.primary().forks()).hasSize(2);
        assertThat(measured.forksAsked()).isEqualTo(2);
        assertThat(measured.secondary().get("gc.alloc.rate.norm").forks()).hasSize(2);
        assertThat(measured.jvm().version()).isEqualTo(System.getProperty("java.version"));
    }

    private static ChainedOptionsBuilder options(Mode mode) {
        return new OptionsBuilder()
                .include("TinyBenchmark.aWorks")
                .mode(mode)
                .warmupIterations(0)
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(10))
                .verbosity(VerboseMode.SILENT);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws Exception {
        return new Runner(options.build()).run();
    }

    private List<BenchmarkSamples> written(Collection<RunResult> results) throws Exception {
        Path file = folder.resolve("results.json");
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString())
                    .writeOut(results);
        } finally {
            Locale.setDefault(locale);
        }
        try (InputStream json = Files.newInputStream(file)) {
            return JmhJson.read(json, file.toString());
        }
    }
}
