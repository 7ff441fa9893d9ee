package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;

/** A way to say from two sides' scores whether there is a change, at alpha 5 % where it has an alpha. */
enum Rule {
    FANOUT("Fanout") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            Verdict verdict = VerdictRule.verdict(effect(pair));
            return verdict.isChange() ? verdict == Verdict.SLOWER ? 1 : -1 : 0;
        }
    },

    /** Fanout's test without its threshold: what of the rule's caution is the test's, and what the threshold's. */
    FANOUT_TEST("Fanout's t test, no threshold") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            Effect effect = effect(pair);
            return effect.p() < ALPHA ? (int) Math.signum(effect.difference()) : 0;
        }
    },

    /** What Fanout says of the same files if their manifest is lost. */
    FANOUT_UNPAIRED("Fanout, rounds not known") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            return FANOUT.alarm(pair.withoutRounds(), noise);
        }
    },

    MANN_WHITNEY("pooled Mann-Whitney") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            double[] baseline = SimulatedPair.pooled(pair.baseline());
            double[] candidate = SimulatedPair.pooled(pair.candidate());
            MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
            var result = test.test(candidate, baseline);
            double half = 0.5 * baseline.length * candidate.length;
            return result.getPValue() < ALPHA ? (int) Math.signum(result.getStatistic() - half) : 0;
        }
    },

    WELCH("pooled Welch") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            TTest test = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC);
            var result = test.test(SimulatedPair.pooled(pair.candidate()), SimulatedPair.pooled(pair.baseline()));
            return result.getPValue() < ALPHA ? (int) Math.signum(result.getStatistic()) : 0;
        }
    },

    JMH_INTERVALS("disjoint JMH intervals") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            double[] baseline = SimulatedPair.pooled(pair.baseline());
            double[] candidate = SimulatedPair.pooled(pair.candidate());
            double difference =
                    Mean.of(candidate).getAsDouble() - Mean.of(baseline).getAsDouble();
            double reach = jmhError(baseline) + jmhError(candidate);
            return Math.abs(difference) > reach ? (int) Math.signum(difference) : 0;
        }
    },

    BOOTSTRAP("nested bootstrap") {
        @Override
        int alarm(SimulatedPair pair, Noise noise) {
            return Bootstrap.alarm(pair, noise);
        }
    };

    static final double ALPHA = VerdictRule.CRITERIA.alpha();
    private static final Map<Integer, Double> JMH_QUANTILES = new ConcurrentHashMap<>();

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    /** 1 for slower, -1 for faster, 0 for neither; before any adjustment for many benchmarks. */
    abstract int alarm(SimulatedPair pair, Noise noise);

    /** Whether it differs from the others there. */
    boolean appliesTo(SimulatedScenario scenario) {
        return this != FANOUT_UNPAIRED || scenario.paired();
    }

    static Effect effect(SimulatedPair pair) {
        return VerdictRule.effect(pair.baselineMetric(), pair.candidateMetric());
    }

    /** Half of JMH's 99.9 % interval: Student's t over all iterations, as {@code Statistics.getMeanErrorAt} has it. */
    static double jmhError(double... scores) {
        double quantile = JMH_QUANTILES.computeIfAbsent(
                scores.length, size -> TDistribution.of(size - 1).inverseSurvivalProbability(0.0005));
        return quantile * Math.sqrt(Variance.of(scores).getAsDouble() / scores.length);
    }

    @Override
    public String toString() {
        return text;
    }
}
