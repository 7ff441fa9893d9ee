package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.ResultSet;
import fanout.results.ScoreUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The verdict on one metric of one benchmark, and the numbers behind it. Numbers that can't be had are NaN.
 *
 * @param key which benchmark
 * @param jvm within which JVM's results strategies are compared; null when JVMs are
 * @param metric {@code score}, or the name of a secondary metric
 * @param unit the baseline's unit, in which both scores are
 * @param reason the verdict in one sentence
 * @param machines what each machine by itself says; empty where all forks are of one
 * @param forksNeeded on each side, for 80 % power at the threshold
 */
public record Judgement(
        BenchmarkKey key,
        String jvm,
        String metric,
        String unit,
        SideScore baseline,
        SideScore candidate,
        Change change,
        Verdict verdict,
        String reason,
        int forksNeeded,
        List<MachineVerdict> machines,
        List<String> warnings) {
    /** The metric of the primary result. */
    public static final String SCORE = "score";

    /**
     * One side of the comparison.
     *
     * @param name of the arm
     * @param score geometric mean of the forks' medians; of complete rounds only, if the change is paired
     * @param forks how many were measured
     */
    public record SideScore(String name, double score, int forks) {}

    public Judgement {
        machines = List.copyOf(machines);
        warnings = List.copyOf(warnings);
    }

    /** The verdict in the words of what was measured: {@code slower} of a time, {@code higher} of an amount. */
    public String word() {
        return quantity().word(verdict);
    }

    /** The word in JSON and in style sheets, without a blank. */
    public String id() {
        return word().replace(' ', '-');
    }

    /** The verdict of one machine in these words. */
    public String word(MachineVerdict each) {
        return quantity().word(each.verdict());
    }

    /** What was measured. */
    public Quantity quantity() {
        return Quantity.of(metric.equals(SCORE), new ScoreUnit(unit));
    }

    /** The interval that stands beside the verdict: the one that it was judged by. */
    public Change.Interval shown() {
        return verdict.rulesOut() ? change.narrow() : change.ci();
    }

    /**
     * Judges an estimate.
     *
     * @param pAdjusted its p value within its family; NaN if it is refused
     * @param controlDiffers whether this benchmark's control differs from its baseline, though both are the same JVM
     */
    static Judgement of(Estimate estimate, double pAdjusted, boolean controlDiffers, Criteria criteria) {
        int forksNeeded = forksNeeded(estimate, criteria);
        Verdict verdict = Verdict.INCONCLUSIVE;
        String reason = estimate.refusal();
        if (estimate.zeros() != null) {
            verdict = estimate.zeros().verdict();
            reason = estimate.zeros().reason();
        } else if (reason == null) {
            verdict = Verdict.of(estimate.effect(), pAdjusted, criteria);
            reason = new Reason(criteria, quantity(estimate.baseline().metric()))
                    .of(
                            verdict,
                            estimate.effect(),
                            pAdjusted,
                            estimate.samples().fewest(),
                            forksNeeded);
        }
        Optional<String> disagreement = Machines.disagreement(
                estimate.machines(), quantity(estimate.baseline().metric()));
        if (disagreement.isPresent()) {
            verdict = Verdict.INCONCLUSIVE;
            reason = disagreement.get() + "; over all of them: " + reason;
        }
        if (controlDiffers) {
            verdict = Verdict.INCONCLUSIVE;
            reason = "the control differs, so the machine's own noise is larger than it looks; else: " + reason;
        }
        Metric baseline = estimate.baseline().metric();
        Metric candidate = estimate.candidate().metric();
        double scale = candidate.unit().factor() / baseline.unit().factor();
        SideScore from = side(estimate.contrast().baseline(), baseline, score(baseline, candidate));
        SideScore to = side(estimate.contrast().candidate(), candidate, scale * score(candidate, baseline));
        return new Judgement(
                estimate.key(),
                estimate.contrast().jvm(),
                baseline.name().isEmpty() ? SCORE : baseline.name(),
                baseline.unit().text(),
                from,
                to,
                Change.of(estimate.effect(), pAdjusted, criteria),
                verdict,
                reason,
                forksNeeded,
                estimate.machines(),
                Stream.concat(
                                estimate.warnings().stream(),
                                ScoreGap.warning(estimate.effect(), baseline, from, to, criteria.alpha()).stream())
                        .toList());
    }

    private static Quantity quantity(Metric metric) {
        return Quantity.of(metric.name().isEmpty(), metric.unit());
    }

    private static int forksNeeded(Estimate estimate, Criteria criteria) {
        if (estimate.effect() == null) {
            return Criteria.FEWEST_FORKS;
        }
        LogSamples samples = estimate.samples();
        return Power.forksNeeded(estimate.effect(), samples.baseline().length, samples.candidate().length, criteria);
    }

    private static SideScore side(ResultSet resultSet, Metric metric, double score) {
        return new SideScore(resultSet.name(), score, metric.forks().size());
    }

    /** The geometric mean of the used forks' medians; JMH's own score where there is no raw data. */
    private static double score(Metric metric, Metric other) {
        double[] logs = LogSamples.used(metric, other).stream()
                .mapToDouble(ForkSamples::median)
                .map(Math::log)
                .toArray();
        boolean usable = logs.length > 0 && Arrays.stream(logs).allMatch(Double::isFinite);
        return usable ? Math.exp(Mean.of(logs).getAsDouble()) : metric.score();
    }
}
