package fanout.compare;

import fanout.compare.Estimate.Side;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the metrics that two arms have in common, and estimates their effects where the rules allow it. */
final class Estimator {
    private final Criteria criteria;
    private final boolean allowMismatch;

    Estimator(Criteria criteria, boolean allowMismatch) {
        this.criteria = criteria;
        this.allowMismatch = allowMismatch;
    }

    /** The scores of all benchmarks that both arms have, in order. */
    List<Estimate> scores(Contrast contrast) {
        List<Estimate> estimates = new ArrayList<>();
        for (BenchmarkKey key : common(contrast)) {
            BenchmarkSamples baseline = contrast.baseline().benchmarks().get(key);
            BenchmarkSamples candidate = contrast.candidate().benchmarks().get(key);
            estimates.add(estimate(
                    contrast, new Side(baseline, baseline.primary()), new Side(candidate, candidate.primary())));
        }
        return estimates;
    }

    /** The secondary metrics that both arms have, and whose name matches. */
    List<Estimate> secondary(Contrast contrast, Pattern names) {
        List<Estimate> estimates = new ArrayList<>();
        for (BenchmarkKey key : common(contrast)) {
            BenchmarkSamples baseline = contrast.baseline().benchmarks().get(key);
            BenchmarkSamples candidate = contrast.candidate().benchmarks().get(key);
            for (Metric metric : baseline.secondary().values()) {
                Metric other = candidate.secondary().get(metric.name());
                if (other != null && names.matcher(metric.name()).find()) {
                    estimates.add(estimate(contrast, new Side(baseline, metric), new Side(candidate, other)));
                }
            }
        }
        return estimates;
    }

    private static List<BenchmarkKey> common(Contrast contrast) {
        return contrast.baseline().benchmarks().keySet().stream()
                .filter(contrast.candidate().benchmarks()::containsKey)
                .toList();
    }

    private Estimate estimate(Contrast contrast, Side baseline, Side candidate) {
        List<String> warnings = new ArrayList<>();
        String mismatch = mismatch(baseline.measured(), candidate.measured());
        if (mismatch != null && allowMismatch) {
            warnings.add("settings differ: " + mismatch);
            mismatch = null;
        }
        Metric from = baseline.metric();
        Metric to = candidate.metric();
        if (!from.unit().dimension().equals(to.unit().dimension())) {
            String refusal = "not judged: the units " + from.unit() + " and " + to.unit() + " can't be compared";
            return new Estimate(contrast, baseline, candidate, null, null, refusal, null, List.of(), warnings);
        }
        LogSamples samples = LogSamples.of(from, to);
        Optional<String> unusable = Refusals.ofSamples(from, to, samples);
        Effect effect = unusable.isEmpty() && samples.fewest() >= 2 ? samples.effect() : null;
        Optional<String> unvaried = effect == null ? Optional.empty() : Refusals.ofScatter(from, effect);
        String refusal = Optional.ofNullable(mismatch)
                .map(differences -> "not judged: settings differ: " + differences)
                .or(() -> unusable)
                .or(() -> Refusals.ofForks(samples))
                .or(() -> unvaried)
                .orElse(null);
        warnings.addAll(Warnings.ofPair(baseline, candidate, samples, criteria));
        warnings.addAll(ArmWarnings.of(contrast, baseline.measured(), candidate.measured()));
        ZeroChange zeros = mismatch == null ? ZeroChange.of(from, to) : null;
        List<MachineVerdict> machines = mismatch == null ? Machines.of(from, to, criteria) : List.of();
        Machines.sizes(machines).ifPresent(warnings::add);
        return new Estimate(
                contrast,
                baseline,
                candidate,
                samples,
                unvaried.isPresent() ? null : effect,
                refusal,
                zeros,
                machines,
                warnings);
    }

    private static String mismatch(BenchmarkSamples baseline, BenchmarkSamples candidate) {
        List<String> differences = baseline.settings().differences(candidate.settings());
        return differences.isEmpty() ? null : String.join("; ", differences);
    }
}
