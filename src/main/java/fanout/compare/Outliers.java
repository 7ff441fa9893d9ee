package fanout.compare;

import fanout.results.ForkSamples;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds a fork or a round that lies apart from the others. A warning names it; it is not dropped.
 *
 * <p>Tested by {@code fanout.cli.CompareWarningsTest} and {@code fanout.cli.MergedRunsTest}.
 */
final class Outliers {
    private static final int FEWEST = 5;

    /** The limit of the modified z score: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC 1993. */
    private static final double OUTLIER_SCORE = 3.5;

    private static final double MAD_TO_DEVIATION = 0.6745;

    private Outliers() {}

    /**
     * In rounds it looks at the changes alone: rounds may be of different machines or hours, so their scores differ.
     */
    static void find(LogSamples samples, Criteria criteria, List<String> warnings) {
        if (samples.isPaired()) {
            outlier(samples.rounds(), criteria, "a round's change lies %2$+.1f %% off the median of all", warnings);
        } else {
            outlier(samples.baseline(), criteria, "fork %d of the baseline lies %+.1f %% off its median", warnings);
            outlier(samples.candidate(), criteria, "fork %d of the candidate lies %+.1f %% off its median", warnings);
        }
    }

    private static void outlier(double[] logs, Criteria criteria, String warning, List<String> warnings) {
        int outlier = outlier(logs, criteria);
        if (outlier >= 0) {
            double off = 100 * Math.expm1(logs[outlier] - ForkSamples.median(logs));
            warnings.add(String.format(Locale.ROOT, warning, outlier + 1, off));
        }
    }

    /** The index of the value farthest from the median, if it is an outlier and farther than the threshold; else -1. */
    private static int outlier(double[] logs, Criteria criteria) {
        if (logs.length < FEWEST) {
            return -1;
        }
        double median = ForkSamples.median(logs);
        double[] distances =
                Arrays.stream(logs).map(log -> Math.abs(log - median)).toArray();
        int farthest = IntStream.range(0, logs.length)
                .reduce((a, b) -> distances[b] > distances[a] ? b : a)
                .getAsInt();
        double limit = OUTLIER_SCORE * ForkSamples.median(distances) / MAD_TO_DEVIATION;
        return distances[farthest] > Math.max(limit, criteria.logThreshold()) ? farthest : -1;
    }
}
