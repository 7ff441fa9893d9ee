package fanout.report;

import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
import fanout.report.plot.Series;
import fanout.results.ForkSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The forks of one arm, iteration by iteration. A number is NaN where it is not known.
 *
 * <p>Tested by {@code fanout.cli.WarmupPlotTest}.
 *
 * @param warmup the longest warm-up, in iterations
 * @param multiples for each fork the scores of its iterations, as multiples of its final score
 * @param compilation for each fork the JIT's time in each iteration, in ms
 */
record WarmupCurves(int warmup, List<List<Double>> multiples, List<List<Double>> compilation) {
    /** The curves of one fork. */
    static WarmupCurves of(List<IterationRecord> iterations) {
        double finalScore = ForkSamples.median(iterations.stream()
                .filter(each -> !each.warmup() && each.score() != null)
                .mapToDouble(IterationRecord::score)
                .toArray());
        long warmup = iterations.stream().filter(IterationRecord::warmup).count();
        List<Double> multiples = iterations.stream()
                .map(each -> each.score() == null ? Double.NaN : each.score() / finalScore)
                .toList();
        return new WarmupCurves(
                (int) warmup,
                List.of(multiples),
                List.of(iterations.stream()
                        .map(each -> compilationMillis(each.jvmWork()))
                        .toList()));
    }

    private static double compilationMillis(JvmWorkRecord work) {
        return work == null || work.compilationMillis() == null ? Double.NaN : work.compilationMillis();
    }

    /** The forks of both. */
    WarmupCurves with(WarmupCurves other) {
        return new WarmupCurves(
                Math.max(warmup, other.warmup), both(multiples, other.multiples), both(compilation, other.compilation));
    }

    private static List<List<Double>> both(List<List<Double>> forks, List<List<Double>> others) {
        List<List<Double>> all = new ArrayList<>(forks);
        all.addAll(others);
        return all;
    }

    /** For each iteration the median of all forks that had it. */
    List<Series.Point> scores() {
        return medians(multiples);
    }

    /** For each iteration the median of the JIT's time, in ms. */
    List<Series.Point> compilationMillis() {
        return medians(compilation);
    }

    boolean hasCompilation() {
        return compilation.stream().flatMap(List::stream).anyMatch(Double::isFinite);
    }

    private static List<Series.Point> medians(List<List<Double>> forks) {
        int length = forks.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, length)
                .mapToObj(index -> new Series.Point(index + 1, median(forks, index)))
                .toList();
    }

    private static double median(List<List<Double>> forks, int index) {
        return ForkSamples.median(forks.stream()
                .filter(fork -> index < fork.size())
                .mapToDouble(fork -> fork.get(index))
                .filter(Double::isFinite)
                .toArray());
    }
}
