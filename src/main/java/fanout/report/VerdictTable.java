package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import java.util.List;
import java.util.Locale;

/** The verdicts as a table that can be sorted. */
record VerdictTable(String interval, List<Row> rows) {
    /** A number as it is shown, and as it is sorted. */
    record Cell(String text, String value) {
        static Cell of(String text, double value) {
            return new Cell(text, Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "");
        }
    }

    /** One verdict. */
    record Row(
            RowNames.RowName what,
            Cell baseline,
            Cell candidate,
            String unit,
            Cell change,
            Cell interval,
            String verdict,
            Cell forks) {}

    static VerdictTable of(Comparison comparison) {
        RowNames names = new RowNames(comparison);
        return new VerdictTable(
                ReportText.intervalName(comparison),
                comparison.judgements().stream()
                        .map(judgement -> row(names, judgement))
                        .toList());
    }

    private static Row row(RowNames names, Judgement judgement) {
        double low = judgement.change().ci().low();
        double high = judgement.change().ci().high();
        return new Row(
                names.of(judgement),
                Cell.of(
                        Numbers.score(judgement.baseline().score()),
                        judgement.baseline().score()),
                Cell.of(
                        Numbers.score(judgement.candidate().score()),
                        judgement.candidate().score()),
                judgement.unit(),
                Cell.of(
                        Numbers.change(judgement.change().estimate()),
                        judgement.change().estimate()),
                Cell.of(Numbers.interval(low, high), high - low),
                judgement.verdict().toString(),
                Cell.of(
                        forks(judgement),
                        Math.min(
                                judgement.baseline().forks(),
                                judgement.candidate().forks())));
    }

    private static String forks(Judgement judgement) {
        if (judgement.baseline().forks() == judgement.candidate().forks()) {
            return judgement.baseline().forks() + (judgement.change().paired() ? " pairs" : "");
        }
        return judgement.baseline().forks() + " / " + judgement.candidate().forks();
    }
}
