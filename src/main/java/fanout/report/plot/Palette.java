package fanout.report.plot;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The style of each series: the same name has the same style throughout a page. */
public record Palette(List<String> names) {
    /** One line of a legend: a style, and the series that has it. */
    public record LegendEntry(int style, String name) {}

    public static Palette of(Collection<String> names) {
        return new Palette(names.stream().distinct().toList());
    }

    public int style(String name) {
        return Math.floorMod(names.indexOf(name), Series.STYLES);
    }

    /** A line for each name; none where there is only one name, and so nothing to tell apart. */
    public List<LegendEntry> legend() {
        return names.size() < 2
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(index -> new LegendEntry(index % Series.STYLES, names.get(index)))
                        .toList();
    }
}
