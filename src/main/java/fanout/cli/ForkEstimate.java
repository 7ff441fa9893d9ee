package fanout.cli;

import fanout.run.IterationOptions;
import fanout.run.RunSettings;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * Estimates how long a fork will take before one has been measured, from its iterations as the settings or the
 * annotations define them.
 */
final class ForkEstimate {
    /** The time that a fork takes in addition to its iterations, and an iteration in addition to its set time. */
    private static final double FORK_SECONDS = 2;

    private static final double ITERATION_SECONDS = 0.15;

    private ForkEstimate() {}

    /** The mean over these benchmarks. */
    static double seconds(Collection<BenchmarkListEntry> benchmarks, RunSettings settings) {
        return benchmarks.stream()
                .mapToDouble(benchmark -> seconds(benchmark, settings.iterationsOf(benchmark.getMode())))
                .average()
                .orElse(0);
    }

    private static double seconds(BenchmarkListEntry benchmark, IterationOptions iterations) {
        return FORK_SECONDS + warmup(benchmark, iterations) + measurement(benchmark, iterations);
    }

    private static double warmup(BenchmarkListEntry benchmark, IterationOptions iterations) {
        int count = iterations.warmupCount() != null
                ? iterations.warmupCount()
                : benchmark.getWarmupIterations().orElse(0);
        return count * seconds(iterations.warmupTime(), benchmark.getWarmupTime());
    }

    private static double measurement(BenchmarkListEntry benchmark, IterationOptions iterations) {
        int count = iterations.measurementCount() != null
                ? iterations.measurementCount()
                : benchmark.getMeasurementIterations().orElse(1);
        return count * seconds(iterations.measurementTime(), benchmark.getMeasurementTime());
    }

    private static double seconds(String given, Optional<TimeValue> own) {
        TimeValue time = given != null ? TimeValue.valueOf(given) : own.orElse(TimeValue.NONE);
        return ITERATION_SECONDS + time.convertTo(TimeUnit.MILLISECONDS) / 1e3;
    }
}
