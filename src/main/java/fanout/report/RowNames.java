package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.results.BenchmarkKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a verdict's row, and a detail in small print that distinguishes it from other rows of that name. */
final class RowNames {
    private final Comparison comparison;
    private final ArmNames arms;
    private final Labels labels;
    private final boolean severalTypes;
    private final boolean severalJvms;

    /** @param detail may be empty */
    record RowName(String name, String detail) {
        boolean hasDetail() {
            return !detail.isEmpty();
        }
    }

    RowNames(Comparison comparison) {
        List<BenchmarkKey> keys =
                comparison.judgements().stream().map(Judgement::key).toList();
        this.comparison = comparison;
        this.arms = ArmNames.of(comparison.resultSets());
        this.labels = comparison.by().isArm() ? Labels.brief(keys) : Labels.of(keys);
        this.severalTypes =
                keys.stream().map(BenchmarkKey::benchmark).distinct().count() > 1;
        this.severalJvms =
                comparison.judgements().stream().map(Judgement::jvm).distinct().count() > 1;
    }

    RowName of(Judgement judgement) {
        String params = labels.params(judgement.key());
        String metric = judgement.metric().equals(Judgement.SCORE) ? "" : judgement.metric();
        return comparison.by().isArm()
                ? named(
                        labels.name(judgement.key()),
                        metric,
                        params,
                        comparison.candidates().size() > 1
                                ? "on " + arms.of(judgement.candidate().name())
                                : "")
                : named(
                        judgement.candidate().name(),
                        metric,
                        severalTypes ? labels.name(judgement.key()) : "",
                        params,
                        severalJvms ? "on " + arms.of(judgement.jvm()) : "");
    }

    private static RowName named(String name, String... details) {
        return new RowName(
                name, Stream.of(details).filter(detail -> !detail.isEmpty()).collect(Collectors.joining(", ")));
    }
}
