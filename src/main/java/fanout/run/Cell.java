package fanout.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark under one set of conditions.
 *
 * @param benchmark class and method
 * @param mode JMH's short name: {@code avgt}, {@code ss}
 * @param params one value for each of its {@code @Param}s; empty if it has none
 * @param oldestJava the feature version of the oldest JVM that can run it
 */
public record Cell(String benchmark, String mode, SortedMap<String, String> params, int oldestJava)
        implements Comparable<Cell> {
    /** By conditions first, so that the benchmarks to be compared with each other are neighbours. */
    private static final Comparator<Cell> ORDER = Comparator.comparing((Cell cell) -> type(cell.benchmark))
            .thenComparing(cell -> cell.params().toString())
            .thenComparing(Cell::benchmark)
            .thenComparing(Cell::mode);

    public Cell {
        Objects.requireNonNull(benchmark, "benchmark");
        Objects.requireNonNull(mode, "mode");
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    private static String type(String benchmark) {
        return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    }

    /** The name of the method. */
    public String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
