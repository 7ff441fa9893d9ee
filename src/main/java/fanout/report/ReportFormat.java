package fanout.report;

import fanout.compare.Comparison;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The formats of a comparison, under their names on the command line.
 *
 * <p>Tested by {@code fanout.report.GoldenReportTest} and {@code fanout.report.HostileNamesTest}.
 */
public enum ReportFormat {
    TEXT((comparison, colour) -> new TextReport(colour).render(comparison)),
    MARKDOWN((comparison, colour) -> new MarkdownReport().render(comparison)),
    JSON((comparison, colour) -> new JsonReport().render(comparison)),
    HTML((comparison, colour) -> HtmlReport.render(comparison));

    private final BiFunction<Comparison, Boolean, String> renderer;

    ReportFormat(BiFunction<Comparison, Boolean, String> renderer) {
        this.renderer = renderer;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole report, ending in a line break. */
    public String render(Comparison comparison, boolean colour) {
        return renderer.apply(comparison, colour);
    }
}
