package fanout.report;

import fanout.compare.Change.Interval;
import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Methods;
import fanout.compare.ParameterValues;
import fanout.results.BenchmarkKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdicts of one comparison, each found by the benchmark and the arm that it is about.
 *
 * <p>Tested by {@code fanout.report.ScoreChartTest}.
 */
final class RowVerdicts {
    /** What is about one benchmark on one arm. */
    private record Row(BenchmarkKey key, String arm) {}

    /**
     * What a page says of a verdict.
     *
     * @param mark the id of its mark; empty where there is no verdict
     * @param word the verdict, or what there is instead
     * @param change how large the change is; empty where it is not known
     * @param range the interval of the change; empty where there is none
     * @param interval the same with its confidence
     * @param against what it is held against
     */
    record VerdictCell(String mark, String word, String change, String range, String interval, String against) {
        static final VerdictCell NONE = new VerdictCell("", "", "", "", "", "");

        boolean hasMark() {
            return !mark.isEmpty();
        }
    }

    private final Comparison comparison;
    private final String against;
    private final Map<Row, Judgement> judgements = new LinkedHashMap<>();

    RowVerdicts(Comparison comparison) {
        this.comparison = comparison;
        this.against = "against "
                + (byArm() ? ArmNames.of(comparison.resultSets()).of(comparison.baseline()) : comparison.baseline());
        for (Judgement judgement : comparison.judgements()) {
            if (judgement.metric().equals(Judgement.SCORE)) {
                String arm = byArm() ? judgement.candidate().name() : judgement.jvm();
                judgements.put(new Row(named(judgement), arm), judgement);
            }
        }
    }

    private boolean byArm() {
        return comparison.by().isArm();
    }

    /** Strategies are compared under the name of their class, and values under that of their benchmark. */
    private BenchmarkKey named(Judgement judgement) {
        return byArm()
                ? judgement.key()
                : method(judgement.key(), judgement.candidate().name());
    }

    private static BenchmarkKey method(BenchmarkKey type, String name) {
        return new BenchmarkKey(type.benchmark() + "." + name, type.mode(), type.params(), type.threads());
    }

    /** Whether there is no verdict at all. */
    boolean isEmpty() {
        return judgements.isEmpty();
    }

    /** What the verdicts are held against, for the head of their column. */
    String against() {
        return against;
    }

    Optional<Judgement> find(BenchmarkKey key, String arm) {
        if (byArm()) {
            return Optional.ofNullable(judgements.get(new Row(key, arm)));
        }
        // What has no setup is compared with each setup of the others; one verdict is shown, the first of them.
        return judgements.values().stream()
                .filter(judgement -> judgement.jvm().equals(arm))
                .filter(judgement -> isAbout(judgement, key))
                .findFirst();
    }

    private boolean isAbout(Judgement judgement, BenchmarkKey key) {
        String candidate = judgement.candidate().name();
        return comparison.by().isParameter()
                ? ParameterValues.isOf(key, comparison.by().name(), judgement.key(), candidate)
                : candidate.equals(Methods.name(key)) && Methods.isOf(key, judgement.key());
    }

    /** Whether a change of this benchmark is shown on any arm. */
    boolean isChanged(BenchmarkKey key, List<String> arms) {
        return arms.stream()
                .anyMatch(arm ->
                        find(key, arm).filter(each -> each.verdict().isChange()).isPresent());
    }

    VerdictCell cell(BenchmarkKey key, String arm) {
        return find(key, arm).map(this::cell).orElse(VerdictCell.NONE);
    }

    private VerdictCell cell(Judgement judgement) {
        double change = judgement.change().estimate();
        if (Double.isFinite(change)) {
            Interval interval = judgement.shown();
            return new VerdictCell(
                    judgement.id(),
                    judgement.word(),
                    Numbers.effect(change),
                    Numbers.changes(interval),
                    Numbers.interval(interval),
                    against);
        }
        double ratio = judgement.candidate().score() / judgement.baseline().score();
        return new VerdictCell("", "no verdict", "scores " + Numbers.times(ratio), "", "", against);
    }
}
