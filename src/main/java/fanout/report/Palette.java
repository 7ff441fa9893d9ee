package fanout.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Which series is drawn in which style: the same name in the same style throughout a page. */
record Palette(List<String> names) {
    static Palette of(Collection<String> names) {
        return new Palette(names.stream().distinct().toList());
    }

    int style(String name) {
        return Math.floorMod(names.indexOf(name), Series.STYLES);
    }

    /** Nothing where there is only one: it needs no telling apart. */
    List<Figure.Legend> legend() {
        return names.size() < 2
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(index -> new Figure.Legend(index % Series.STYLES, names.get(index)))
                        .toList();
    }
}
