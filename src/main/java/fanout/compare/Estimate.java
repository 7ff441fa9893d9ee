package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.Metric;
import java.util.List;

/**
 * One metric of one benchmark on both sides, with the effect between them: all that a verdict takes.
 *
 * @param samples null where the units can't be compared
 * @param effect null where it can't be estimated, for the reason that {@code refusal} gives
 * @param refusal why no verdict but {@code inconclusive} is possible; null if one is
 * @param zeros what can be said without an effect of a metric that is 0; null for most
 * @param machines what each machine by itself says; empty where all forks are of one
 * @param warnings on this pair
 */
record Estimate(
        Contrast contrast,
        Side baseline,
        Side candidate,
        LogSamples samples,
        Effect effect,
        String refusal,
        ZeroChange zeros,
        List<MachineVerdict> machines,
        List<String> warnings) {
    /** One metric of what one side measured. */
    record Side(BenchmarkSamples measured, Metric metric) {}

    Estimate {
        machines = List.copyOf(machines);
        warnings = List.copyOf(warnings);
    }

    BenchmarkKey key() {
        return baseline.measured().key();
    }

    /** Whether it belongs to the family of tests that Holm's adjustment covers. */
    boolean isTested() {
        return refusal == null && !contrast.candidate().control();
    }

    double p() {
        return effect == null ? Double.NaN : effect.p();
    }
}
