package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Measured;
import fanout.results.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What makes a result doubtful. It is said, and nothing is mended or left out because of it.
 *
 * <p>Tested by {@code fanout.compare.ModesWarningTest} and {@code fanout.cli.CompareWarningsTest}.
 */
final class Warnings {
    private static final int FEWEST_ITERATIONS = 4;

    /**
     * With fewer forks a side it happens that all of one side are of one mode and all of the other of the other, which
     * looks like a change beyond doubt: at 30 % of slow forks, in 1.9 % of comparisons of 3 with 3, 0.4 % of 4 with 4,
     * 0.1 % of 5 with 5.
     */
    private static final int FEWEST_TO_SEE_CHANCE = 5;

    private Warnings() {}

    static List<String> of(
            Measured baseline, Measured candidate, Metric from, Metric to, Evidence evidence, Criteria criteria) {
        List<String> warnings = new ArrayList<>();
        side("baseline", baseline, from, criteria, warnings);
        side("candidate", candidate, to, criteria, warnings);
        Outliers.find(evidence, criteria, warnings);
        int begun = evidence.roundsBegun();
        if (evidence.isPaired() && evidence.rounds().length < begun) {
            warnings.add(
                    (begun - evidence.rounds().length) + " of " + begun + " rounds are not complete, and left out");
        }
        doubtful(evidence, criteria, warnings);
        if (!baseline.jvm().args().equals(candidate.jvm().args())) {
            warnings.add("JVM arguments differ: " + baseline.jvm().args() + " against "
                    + candidate.jvm().args());
        }
        if (!baseline.jvm().jmhVersion().equals(candidate.jvm().jmhVersion())) {
            warnings.add("JMH versions differ: " + baseline.jvm().jmhVersion() + " against "
                    + candidate.jvm().jmhVersion());
        }
        return warnings;
    }

    /** Where the validation study finds that the rule errs more often than it says: forks in two modes. */
    private static void doubtful(Evidence evidence, Criteria criteria, List<String> warnings) {
        if (evidence.isPaired()) {
            groups("the rounds", evidence.rounds(), criteria, warnings);
        } else {
            groups("the forks of the baseline", evidence.baseline(), criteria, warnings);
            groups("the forks of the candidate", evidence.candidate(), criteria, warnings);
        }
        if (restsOnFew(evidence, criteria)) {
            warnings.add(
                    "the change rests on " + evidence.fewest() + (evidence.isPaired() ? " rounds" : " forks a side")
                            + ": too few to see whether forks have two modes, which would make it chance more often than p says");
        }
    }

    private static void groups(String what, double[] logs, Criteria criteria, List<String> warnings) {
        Groups.of(logs, criteria)
                .ifPresent(groups -> warnings.add(String.format(
                        Locale.ROOT,
                        "%s fall into two groups, %d fast and %d slow, %.1f %% apart: the mean of both describes neither",
                        what,
                        groups.lower(),
                        groups.upper(),
                        100 * Math.expm1(groups.apart()))));
    }

    private static boolean restsOnFew(Evidence evidence, Criteria criteria) {
        int fewest = evidence.fewest();
        return fewest >= Evidence.FEWEST_FORKS
                && fewest < FEWEST_TO_SEE_CHANCE
                && evidence.isFinite()
                && new Judge(criteria)
                        .verdict(evidence.effect(), evidence.effect().p())
                        .isChange();
    }

    private static void side(String side, Measured measured, Metric metric, Criteria criteria, List<String> warnings) {
        if (metric.name().isEmpty() && metric.forks().size() < measured.forksAsked()) {
            int missing = measured.forksAsked() - metric.forks().size();
            warnings.add(missing + " of " + measured.forksAsked() + " forks of the " + side + " are missing");
        }
        double drop = drop(metric);
        if (isWarmingUp(metric, criteria)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the %s was still warming up: the second half of its iterations is %.1f %% faster than the first",
                    side,
                    -100 * Math.expm1(-drop)));
        }
    }

    /** A drop from the first to the second half of the iterations that is seen over all forks, and is not negligible. */
    private static boolean isWarmingUp(Metric metric, Criteria criteria) {
        double[] drops = drops(metric);
        if (drops.length < Evidence.FEWEST_FORKS || !Arrays.stream(drops).allMatch(Double::isFinite)) {
            return false;
        }
        Effect drop = Effects.paired(drops);
        return drop.p() < criteria.alpha() && drop.difference() > criteria.logThreshold() / 3;
    }

    private static double drop(Metric metric) {
        double[] drops = drops(metric);
        return drops.length == 0 ? 0 : Effects.mean(drops);
    }

    private static double[] drops(Metric metric) {
        return metric.forks().stream()
                .filter(fork -> fork.size() >= FEWEST_ITERATIONS)
                .mapToDouble(fork -> drop(metric, fork.iterations()))
                .toArray();
    }

    private static double drop(Metric metric, double[] iterations) {
        int half = iterations.length / 2;
        double first = ForkSamples.median(Arrays.copyOf(iterations, half));
        double second = ForkSamples.median(Arrays.copyOfRange(iterations, iterations.length - half, iterations.length));
        double drop = Math.log(first / second);
        return metric.unit().isRate() ? -drop : drop;
    }
}
