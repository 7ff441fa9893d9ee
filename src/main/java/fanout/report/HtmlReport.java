package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.report.plot.Figure;
import fanout.results.RunDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * One page that holds all it needs: it loads no script, style, font or picture, and the raw data are part of it. The
 * same results give the same page, to the byte.
 *
 * <p>Tested by {@code fanout.cli.ReportTest} and {@code fanout.cli.ReportPageTest}.
 */
public final class HtmlReport {
    /** The most bytes of a page, so that it can be sent by mail. */
    private static final long LARGEST = 2_000_000;

    /** Room for the template around the raw data. */
    private static final long MARGIN = 10_000;

    /**
     * What the template shows.
     *
     * @param windowTitle the title of the browser's window
     * @param kicker the line in small print above the question
     * @param differences what the arms differ in
     * @param ours whether benchmarks of Fanout's own are among those shown
     * @param amounts whether metrics that are no time are
     * @param looked whether the run looked at its results, to end when they were clear
     */
    record PageView(
            String windowTitle,
            String kicker,
            String question,
            String answer,
            List<String> differences,
            List<String> rules,
            List<VerdictTable> verdicts,
            List<String> reasons,
            List<String> unmatched,
            List<String> warnings,
            List<Figure> figures,
            Environment environment,
            String falseAlarms,
            boolean ours,
            boolean amounts,
            boolean looked) {
        String warningCount() {
            return warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings";
        }

        boolean hasReasons() {
            return !reasons.isEmpty();
        }

        boolean hasUnmatched() {
            return !unmatched.isEmpty();
        }

        boolean hasWarnings() {
            return !warnings.isEmpty();
        }
    }

    /** All that the template shows, and the raw data. */
    record Page(PageView view, EmbeddedFile rawData) {}

    private final Comparison comparison;
    private final PageData data;
    private final Labels labels;

    private HtmlReport(Comparison comparison, Optional<RunDetails> run) {
        this.comparison = comparison;
        this.data = new PageData(comparison.resultSets(), run);
        this.labels = Labels.brief(
                comparison.judgements().stream().map(Judgement::key).toList());
    }

    /** The page of a comparison of JMH results of any suite. */
    static String render(Comparison comparison) {
        PageView view = new HtmlReport(comparison, Optional.empty()).view("Comparison", "JMH results");
        String json = new JsonReport().render(comparison);
        return fill(view, EmbeddedFile.of("comparison.json", "application/json", json));
    }

    /**
     * The page of a run: its comparison, and all that its folder has.
     *
     * @param comparison without judgements where there is nothing to compare
     * @param files of the folder to embed, by their names in it
     */
    public static String render(Comparison comparison, RunDetails run, SortedMap<String, byte[]> files) {
        PageView view = new HtmlReport(comparison, Optional.of(run)).view(run.name(), "Run " + run.name());
        long taken = fill(view, EmbeddedFile.NONE).getBytes(StandardCharsets.UTF_8).length;
        return fill(view, EmbeddedFile.of(run.name(), files, LARGEST - MARGIN - taken));
    }

    private static String fill(PageView view, EmbeddedFile rawData) {
        return Templates.fill("page.html", new Page(view, rawData));
    }

    private PageView view(String windowTitle, String kicker) {
        boolean compared = !comparison.judgements().isEmpty();
        return new PageView(
                windowTitle,
                kicker,
                compared ? VerdictSentence.question(comparison) : "What was measured?",
                compared ? VerdictSentence.answer(comparison) : VerdictSentence.nothing(comparison),
                ArmSentences.of(comparison),
                compared ? rules() : List.of(),
                compared ? List.of(VerdictTable.of(comparison)) : List.of(),
                ReportText.reasons(comparison, labels),
                ReportText.unmatched(comparison),
                PageWarnings.of(comparison),
                figures(),
                data.run()
                        .map(run -> Environment.of(run, data.arms().kind()))
                        .orElseGet(() -> Environment.of(comparison)),
                compared ? ReportText.falseAlarms(comparison) : "",
                data.hasOurs(),
                ReportText.hasAmounts(comparison),
                comparison.looks() > 0);
    }

    private List<String> rules() {
        String shared = labels.shared().isEmpty() ? "" : "All: " + labels.shared();
        return Stream.concat(ReportText.rule(comparison).stream(), Stream.of(shared))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Figure> figures() {
        double alpha = comparison.criteria().alpha();
        boolean ours = data.hasOurs();
        return Stream.of(
                        ForestPlot.of(comparison),
                        ForkPlot.of(data),
                        LatencyPlot.of(data).filter(figure -> ours),
                        StrategyPlot.of(comparison).filter(figure -> ours),
                        DelayPlot.of(data, alpha).filter(figure -> ours),
                        WarmupPlot.of(data),
                        ScoreTable.of(data, alpha))
                .flatMap(Optional::stream)
                .toList();
    }
}
