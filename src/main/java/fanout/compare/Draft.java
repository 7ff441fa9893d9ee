package fanout.compare;

import fanout.results.Measured;
import fanout.results.Metric;
import java.util.List;

/**
 * One metric of a pair of results on its way to a verdict.
 *
 * @param effect null where there is none, for the reason that {@code refusal} gives
 * @param refusal why no verdict but {@code inconclusive} is possible; null if one is
 */
record Draft(
        Contrast contrast,
        Measured baseline,
        Measured candidate,
        Metric baselineMetric,
        Metric candidateMetric,
        LogSamples samples,
        Effect effect,
        String refusal,
        List<String> warnings) {

    /** Whether it takes part in the family of tests. */
    boolean isTested() {
        return refusal == null && !contrast.candidate().control();
    }

    double p() {
        return effect == null ? Double.NaN : effect.p();
    }
}
