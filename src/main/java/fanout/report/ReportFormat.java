package fanout.report;

import fanout.compare.Comparison;
import java.util.function.BiFunction;

/** The formats of a comparison, under their names on the command line. */
public enum ReportFormat {
    text((comparison, colour) -> new TextReport(colour).render(comparison)),
    markdown((comparison, colour) -> new MarkdownReport().render(comparison)),
    json((comparison, colour) -> new JsonReport().render(comparison)),
    html((comparison, colour) -> new HtmlReport().render(comparison));

    private final BiFunction<Comparison, Boolean, String> renderer;

    ReportFormat(BiFunction<Comparison, Boolean, String> renderer) {
        this.renderer = renderer;
    }

    /** The whole report, ending in a line break. */
    public String render(Comparison comparison, boolean colour) {
        return renderer.apply(comparison, colour);
    }
}
