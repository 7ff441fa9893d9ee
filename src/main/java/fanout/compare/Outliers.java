package fanout.compare;

import fanout.results.ForkSamples;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Finds a fork or a round that lies apart from the others. A warning names it; it is not dropped.
 *
 * <p>Tested by {@code fanout.cli.CompareWarningsTest}, {@code fanout.cli.MergedRunsTest} and, on how often it warns of
 * forks in which nothing is wrong, {@code fanout.study.OutlierWarningTest}.
 */
final class Outliers {
    private static final int FEWEST = 5;

    private static final double OF_FORKS = 1;

    /**
     * The share of the limit that is enough for rounds. There is one set of them and not two, so that 5 % may lie
     * farther, and the difference of two heavy-tailed forks has lighter tails.
     */
    private static final double OF_ROUNDS = 0.7;

    private Outliers() {}

    /**
     * In rounds it looks at the changes alone: rounds may be of different machines or hours, so their scores differ.
     */
    static void find(LogSamples samples, Criteria criteria, List<String> warnings) {
        if (samples.isPaired()) {
            outlier(
                    samples.rounds(),
                    OF_ROUNDS,
                    criteria,
                    "a round's change lies %2$+.1f %% off the median of all",
                    warnings);
        } else {
            outlier(
                    samples.baseline(),
                    OF_FORKS,
                    criteria,
                    "fork %d of the baseline lies %+.1f %% off its median",
                    warnings);
            outlier(
                    samples.candidate(),
                    OF_FORKS,
                    criteria,
                    "fork %d of the candidate lies %+.1f %% off its median",
                    warnings);
        }
    }

    private static void outlier(double[] logs, double share, Criteria criteria, String warning, List<String> warnings) {
        int outlier = outlier(logs, share, criteria);
        if (outlier >= 0) {
            double off = 100 * Math.expm1(logs[outlier] - ForkSamples.median(logs));
            warnings.add(String.format(Locale.ROOT, warning, outlier + 1, off));
        }
    }

    /** The index of the value farthest from the median, if it is an outlier and farther than the threshold; else -1. */
    private static int outlier(double[] logs, double share, Criteria criteria) {
        if (logs.length < FEWEST) {
            return -1;
        }
        double median = ForkSamples.median(logs);
        int farthest = IntStream.range(0, logs.length)
                .reduce((a, b) -> Math.abs(logs[b] - median) > Math.abs(logs[a] - median) ? b : a)
                .getAsInt();
        double[] others = IntStream.range(0, logs.length)
                .filter(i -> i != farthest)
                .mapToDouble(i -> logs[i])
                .toArray();
        double off = Math.abs(logs[farthest] - Mean.of(others).getAsDouble());
        double deviation = StandardDeviation.of(others).getAsDouble();
        boolean lies = Math.abs(logs[farthest] - median) > criteria.logThreshold()
                && off > share * limit(logs.length) * deviation;
        return lies ? farthest : -1;
    }

    /**
     * How many deviations of the others the farthest of one side's forks may lie off their mean. Found by simulation:
     * of heavy-tailed forks (Student's t with 3 degrees of freedom) 2.5 % lie farther, from 5 to 50 forks; so a pair of
     * sides is named in at most 5 %, and normal forks hardly ever. Five forks know their deviation badly, and of many
     * one lies far out.
     */
    private static double limit(int forks) {
        return 8 + forks / 15.0 + 3.7 / (forks - 4);
    }
}
