package fanout.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment: with it, the probability of even one false alarm in the whole family is at most alpha,
 * however the tests depend on each other.
 *
 * <p>Source: S. Holm, A simple sequentially rejective multiple test procedure, Scand. J. Statist. 6 (1979), 65-70.
 *
 * <p>Tested by {@code fanout.compare.PublishedVectorsTest}.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted p values, in the order of {@code p}. */
    public static double[] adjust(double... p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
