package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.report.plot.Figure;
import fanout.results.BenchmarkKey;
import fanout.results.RunDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** A part of the page that the bar of contents leads to. */
    record PageLink(String id, String heading) {}

    /**
     * What the template shows.
     *
     * @param windowTitle the title of the browser's window
     * @param kicker the line in small print above the question
     * @param answers one for each comparison
     * @param banners what makes all results doubtful
     * @param differences what the arms differ in
     * @param scores none or one
     * @param folded figures that say more exactly what the first one shows
     * @param warnings on single benchmarks
     * @param ours whether benchmarks of Fanout's own are among those shown
     * @param amounts whether metrics that are no time are
     * @param looked whether the run looked at its results, to end when they were clear
     */
    record PageView(
            String windowTitle,
            String kicker,
            String question,
            List<String> answers,
            List<String> banners,
            List<String> differences,
            List<ScoreChart> scores,
            List<VerdictTable> verdicts,
            List<Figure> folded,
            List<String> unmatched,
            List<String> warnings,
            List<Figure> figures,
            Environment environment,
            boolean ours,
            boolean amounts,
            boolean looked) {
        List<PageLink> contents() {
            List<PageLink> links = new ArrayList<>();
            scores.forEach(each -> links.add(new PageLink("scores", "Scores")));
            if (hasWarnings()) {
                links.add(
                        new PageLink("warnings", warnings.size() + (warnings.size() == 1 ? " warning" : " warnings")));
            }
            figures.forEach(figure -> links.add(new PageLink(figure.id(), figure.heading())));
            links.add(new PageLink("environment", "Environment"));
            links.add(new PageLink("reading", "How to read this page"));
            links.add(new PageLink("data", "Raw data"));
            return links;
        }

        boolean hasBanners() {
            return !banners.isEmpty();
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
    private final List<Comparison> comparisons;
    private final PageData data;

    /** @param more what else is compared of the same results: of several JVMs, the strategies on each */
    private HtmlReport(Comparison comparison, Optional<Comparison> more, Optional<RunDetails> run) {
        this.comparison = comparison;
        this.comparisons = Stream.concat(Stream.of(comparison), more.stream()).toList();
        this.data = new PageData(comparison.resultSets(), run, changed(comparison));
    }

    /** The benchmarks on which a change of an arm is shown, the largest first. */
    private static List<BenchmarkKey> changed(Comparison comparison) {
        return !comparison.by().isArm()
                ? List.of()
                : comparison.scores().stream()
                        .filter(judgement -> judgement.verdict().isChange())
                        .sorted(Comparator.comparingDouble(
                                judgement -> -judgement.change().distance()))
                        .map(Judgement::key)
                        .distinct()
                        .toList();
    }

    /** The page of a comparison of JMH results of any suite. */
    static String render(Comparison comparison) {
        PageView view =
                new HtmlReport(comparison, Optional.empty(), Optional.empty()).view("Comparison", "JMH results");
        String json = new JsonReport().render(comparison);
        return fill(view, EmbeddedFile.of("comparison.json", "application/json", json));
    }

    /**
     * The page of a run: its comparison, and all that its folder has.
     *
     * @param comparison without judgements where there is nothing to compare
     * @param strategies the verdicts on the strategies, where {@code comparison} has those on several JVMs
     * @param files of the folder to embed, by their names in it
     */
    public static String render(
            Comparison comparison, Optional<Comparison> strategies, RunDetails run, SortedMap<String, byte[]> files) {
        PageView view = new HtmlReport(comparison, strategies, Optional.of(run)).view(run.name(), "Run " + run.name());
        long taken = fill(view, EmbeddedFile.NONE).getBytes(StandardCharsets.UTF_8).length;
        return fill(view, EmbeddedFile.of(run.name(), files, LARGEST - MARGIN - taken));
    }

    private static String fill(PageView view, EmbeddedFile rawData) {
        return Templates.fill("page.html", new Page(view, rawData));
    }

    private PageView view(String windowTitle, String kicker) {
        List<Comparison> judged = comparisons.stream()
                .filter(each -> !each.judgements().isEmpty())
                .toList();
        return new PageView(
                windowTitle,
                kicker,
                judged.isEmpty() ? "What was measured?" : VerdictSentence.question(judged.get(0)),
                judged.isEmpty() ? List.of(VerdictSentence.nothing(comparison)) : answers(judged),
                comparison.warnings(),
                ArmSentences.of(comparison),
                ScoreChart.of(data, comparisons).stream().toList(),
                judged.stream().map(VerdictTable::of).toList(),
                folded(),
                ReportText.unmatched(comparison),
                comparisons.stream()
                        .flatMap(each -> PageWarnings.of(each).stream())
                        .distinct()
                        .toList(),
                figures(),
                data.run()
                        .map(run -> Environment.of(run, data.arms().kind()))
                        .orElseGet(() -> Environment.of(comparison)),
                data.hasOurs(),
                ReportText.hasAmounts(comparison),
                comparison.looks() > 0);
    }

    /** What the figure below says of the strategies need not be said of more than two arms. */
    private List<String> answers(List<Comparison> judged) {
        return judged.stream()
                .filter(each -> each == judged.get(0) || data.resultSets().size() <= 2)
                .flatMap(each -> VerdictSentence.answers(each).stream())
                .distinct()
                .toList();
    }

    private List<Figure> folded() {
        Optional<Figure> changes =
                FewForks.sentence(comparison).isPresent() ? Optional.empty() : ForestPlot.of(comparison);
        return Stream.of(
                        changes,
                        MachineTable.of(comparison),
                        StrategyPlot.of(comparison).filter(figure -> data.hasOurs()),
                        ScoreTable.of(data, comparison.criteria().alpha()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Figure> figures() {
        boolean ours = data.hasOurs();
        return Stream.of(
                        ForkPlot.of(data),
                        DensityPlot.of(data),
                        LatencyPlot.ofRequests(data).filter(figure -> ours),
                        LatencyPlot.ofBatches(data).filter(figure -> ours),
                        DelayPlot.of(data, comparison.criteria().alpha()).filter(figure -> ours),
                        WarmupPlot.of(data))
                .flatMap(Optional::stream)
                .toList();
    }
}
