package fanout.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * The iterations of a fork, as flags and annotations ask for them.
 *
 * <p>Tested by {@code fanout.run.IterationPlanTest}.
 *
 * @param warmupCount iterations of the warm-up
 * @param warmupSeconds the time of each; 0 for a single shot
 * @param measurementCount measured iterations
 * @param measurementSeconds the time of each; 0 for a single shot
 */
public record Iterations(int warmupCount, double warmupSeconds, int measurementCount, double measurementSeconds) {
    /** The time that a fork takes in addition to its iterations. */
    static final double START_SECONDS = 2;

    /** The time that an iteration takes in addition to its set time: the change of turns, and the settling after it. */
    private static final double BETWEEN_SECONDS = 0.15;

    /** What the flags say, else the benchmark's annotations, else JMH's defaults. */
    public static Iterations of(BenchmarkListEntry benchmark, IterationOptions flags) {
        boolean single = benchmark.getMode() == Mode.SingleShotTime;
        return new Iterations(
                count(
                        flags.warmupCount(),
                        benchmark
                                .getWarmupIterations()
                                .orElse(single ? Defaults.WARMUP_ITERATIONS_SINGLESHOT : Defaults.WARMUP_ITERATIONS)),
                single ? 0 : seconds(flags.warmupTime(), benchmark.getWarmupTime(), Defaults.WARMUP_TIME),
                count(
                        flags.measurementCount(),
                        benchmark
                                .getMeasurementIterations()
                                .orElse(
                                        single
                                                ? Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT
                                                : Defaults.MEASUREMENT_ITERATIONS)),
                single
                        ? 0
                        : seconds(flags.measurementTime(), benchmark.getMeasurementTime(), Defaults.MEASUREMENT_TIME));
    }

    /** The same iterations, but so many of them. */
    Iterations with(int warmup, int measurement) {
        return new Iterations(warmup, warmupSeconds, measurement, measurementSeconds);
    }

    /** How long a fork takes, roughly. */
    double seconds() {
        return START_SECONDS
                + warmupCount * (BETWEEN_SECONDS + warmupSeconds)
                + measurementCount * (BETWEEN_SECONDS + measurementSeconds);
    }

    private static int count(Integer flag, int own) {
        return flag == null ? own : flag;
    }

    private static double seconds(String flag, Optional<TimeValue> own, TimeValue otherwise) {
        TimeValue time = flag == null ? own.orElse(otherwise) : TimeValue.valueOf(flag);
        return time.convertTo(TimeUnit.MILLISECONDS) / 1e3;
    }
}
