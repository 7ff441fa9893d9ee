package fanout.run;

import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Decides from the warm-up of one fork when it was over. The rule is fixed beforehand and never sees another fork, so
 * that it can't favour one side of a comparison.
 *
 * <ol>
 *   <li>The JIT is at rest: for {@value #REST_SECONDS} s in a row, iteration by iteration, it works for at most
 *       {@value #AT_REST} of the time, and {@value #SETTLED} of all that it does in this warm-up is done. Later bursts
 *       don't count: also a warm JVM compiles again now and then, for up to a second on a machine of two cores.
 *   <li>The scores after that have no trend: Kendall's test for falling times has p of {@value #TREND_LEVEL} or more.
 *       Otherwise a few more iterations count as warm-up, until there is none.
 *   <li>A fifth of that, at least {@value #MARGIN_SECONDS} s, is added as a margin: the next fork's JIT may be later.
 * </ol>
 *
 * The warm-up was long enough to see its end if at least {@value #REST_SECONDS} s of it are left after the margin.
 *
 * <p>Read for it: L. Traini et al., Towards effective assessment of steady state performance in Java software (EMSE
 * 2023): fixed numbers of warm-up iterations are mostly wrong, in both directions; E. Barrett et al., Virtual machine
 * warmup blows hot and cold (OOPSLA 2017): scores alone don't show it, since some benchmarks never become steady.
 *
 * <p>Tested by {@code fanout.run.WarmUpRuleTest}.
 */
final class WarmUpRule {
    /** The most that the JIT works for while it is at rest, as a share of the time. */
    static final double AT_REST = 0.1;

    /** How much of the JIT's work is done before it can be at rest. */
    static final double SETTLED = 0.8;

    static final double TREND_LEVEL = 0.01;
    static final double REST_SECONDS = 3;

    /** The quantile of the normal distribution that belongs to {@link #TREND_LEVEL}. */
    private static final double TREND_QUANTILE = 2.326;

    static final double MARGIN_SECONDS = 2;
    private static final double MARGIN = 0.2;
    private static final int FEWEST_FOR_TREND = 6;
    private static final double MILLIS = 1e3;

    private WarmUpRule() {}

    /**
     * After how many iterations the warm-up is over, margin included; empty if it was not over by the end, or can't be
     * told.
     *
     * @param warmup all iterations of the warm-up, in order
     * @param rate whether a higher score is faster
     */
    static OptionalInt iterations(List<IterationRecord> warmup, boolean rate) {
        if (warmup.isEmpty() || !warmup.stream().allMatch(WarmUpRule::isKnown)) {
            return OptionalInt.empty();
        }
        int over = steady(warmup, settled(warmup), rate);
        double iteration = seconds(warmup) / warmup.size();
        int margin = (int) Math.ceil(Math.max(MARGIN * over, MARGIN_SECONDS / iteration));
        int count = Math.min(warmup.size(), over + margin);
        return seconds(warmup.subList(count, warmup.size())) >= REST_SECONDS
                ? OptionalInt.of(count)
                : OptionalInt.empty();
    }

    private static double seconds(List<IterationRecord> iterations) {
        return iterations.stream().mapToDouble(IterationRecord::seconds).sum();
    }

    private static boolean isKnown(IterationRecord iteration) {
        return iteration.score() != null && iteration.seconds() != null;
    }

    /** After how many iterations the JIT was at rest; all if it never was, 0 where nothing is known of it. */
    private static int settled(List<IterationRecord> warmup) {
        double total = compilationMillis(warmup);
        return IntStream.range(0, warmup.size())
                .filter(from -> compilationMillis(warmup.subList(0, from)) >= SETTLED * total)
                .filter(from -> rests(warmup.subList(from, warmup.size())))
                .findFirst()
                .orElse(warmup.size());
    }

    /** Whether the JIT rests for so long from the first of these iterations on. */
    private static boolean rests(List<IterationRecord> iterations) {
        double seconds = 0;
        for (IterationRecord iteration : iterations) {
            if (compilationMillis(iteration) > AT_REST * MILLIS * iteration.seconds()) {
                return false;
            }
            seconds += iteration.seconds();
            if (seconds >= REST_SECONDS) {
                return true;
            }
        }
        return false;
    }

    private static double compilationMillis(List<IterationRecord> iterations) {
        return iterations.stream().mapToDouble(WarmUpRule::compilationMillis).sum();
    }

    private static double compilationMillis(IterationRecord iteration) {
        JvmWorkRecord work = iteration.jvmWork();
        return work == null || work.compilationMillis() == null ? 0 : work.compilationMillis();
    }

    /** The fewest iterations from {@code settled} on after which the scores have no trend; all if there are none. */
    private static int steady(List<IterationRecord> warmup, int settled, boolean rate) {
        double[] times = warmup.stream()
                .mapToDouble(iteration -> rate ? 1 / iteration.score() : iteration.score())
                .toArray();
        return IntStream.rangeClosed(settled, times.length)
                .filter(from -> times.length - from < FEWEST_FOR_TREND || !isFalling(times, from))
                .findFirst()
                .orElse(times.length);
    }

    /** Kendall's test with the normal approximation, one-sided. */
    private static boolean isFalling(double[] times, int from) {
        int n = times.length - from;
        double balance = 0;
        for (int i = from; i < times.length; i++) {
            for (int j = i + 1; j < times.length; j++) {
                balance += Math.signum(times[i] - times[j]);
            }
        }
        double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5.0) / 18);
        return (balance - 1) / deviation > TREND_QUANTILE;
    }
}
