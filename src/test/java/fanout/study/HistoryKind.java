package fanout.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One kind of synthetic histories.
 *
 * @param runs of each line
 * @param lines of the page, which are searched together
 * @param shape how runs scatter, with a deviation of {@value #DEVIATION}
 * @param correlation of a run with the one before, AR(1); 0 unless the shape is normal
 */
record HistoryKind(int runs, int lines, Shape shape, double correlation) {
    static final double DEVIATION = 0.05;

    static List<HistoryKind> all() {
        return Stream.of(15, 30, 100, 300)
                .flatMap(runs -> Stream.of(1, 12)
                        .flatMap(lines -> Stream.of(
                                new HistoryKind(runs, lines, Shape.NORMAL, 0),
                                new HistoryKind(runs, lines, Shape.HEAVY_TAILED, 0),
                                new HistoryKind(runs, lines, Shape.BIMODAL, 0),
                                new HistoryKind(runs, lines, Shape.NORMAL, 0.3),
                                new HistoryKind(runs, lines, Shape.NORMAL, 0.6))))
                .toList();
    }

    /** Whether a run says nothing of the next one, as the rule's promise takes it. */
    boolean independent() {
        return correlation == 0;
    }

    /** The logarithms of time of a history in which nothing changes. */
    List<double[]> draw(Noise noise) {
        return IntStream.range(0, lines).mapToObj(line -> line(noise)).toList();
    }

    private double[] line(Noise noise) {
        double[] line = new double[runs];
        double share = Math.sqrt(1 - correlation * correlation);
        double last = shape.draw(noise);
        for (int run = 0; run < runs; run++) {
            line[run] = DEVIATION * last;
            last = correlation * last + share * shape.draw(noise);
        }
        return line;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d runs, %d lines, %s, %.1f", runs, lines, shape, correlation);
    }
}
