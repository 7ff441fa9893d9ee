package fanout.results;

import fanout.record.MachineKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What one fork measured: the score of each of its iterations, in order. The fork is the unit of replication; its
 * iterations share their JIT and memory layout, so they are not independent of each other.
 *
 * @param round in which it took turns with other forks; null if it took none
 * @param machine on which it was measured; null where that is not known. Two equal forks may differ in it
 * @param iterations the scores, as they are in the file
 */
public record ForkSamples(Round round, MachineKind machine, double... iterations) {
    /** Two forks of one iteration agree in so many digits by chance in less than one of a thousand pairs. */
    private static final int DIGITS_BEYOND_CHANCE = 6;

    public ForkSamples {
        iterations = iterations.clone();
    }

    /** A fork of a machine that is not known. */
    public ForkSamples(Round round, double... iterations) {
        this(round, null, iterations);
    }

    /** The same samples, but of this machine. */
    ForkSamples on(MachineKind other) {
        return new ForkSamples(round, other, iterations);
    }

    /** The same samples, but of this round; null takes their round away. */
    ForkSamples in(Round other) {
        return new ForkSamples(other, machine, iterations);
    }

    @Override
    public double[] iterations() {
        return iterations.clone();
    }

    /** How many iterations there are. */
    public int size() {
        return iterations.length;
    }

    /** The score of one iteration; the first has index 0. */
    public double iteration(int index) {
        return iterations[index];
    }

    /**
     * Whether both are one measurement that is there twice: all scores are the same to the last digit, which two forks
     * don't have in common by chance. A coarse clock can give equal scores. So forks whose iterations are all equal are
     * no copies, and neither are forks of one iteration with few digits.
     */
    public boolean isCopyOf(ForkSamples other) {
        return Arrays.equals(iterations, other.iterations) && isUnique();
    }

    private boolean isUnique() {
        return iterations.length == 1
                ? digits(iterations[0]) >= DIGITS_BEYOND_CHANCE
                : Arrays.stream(iterations).distinct().count() > 1;
    }

    /** The significant digits of a score. */
    private static int digits(double score) {
        return Double.isFinite(score)
                ? BigDecimal.valueOf(score).stripTrailingZeros().precision()
                : 0;
    }

    /** The same samples, each multiplied by the factor. */
    ForkSamples scaled(double factor) {
        return new ForkSamples(
                round,
                machine,
                Arrays.stream(iterations).map(score -> score * factor).toArray());
    }

    /** The median of the iterations' scores; NaN if there are none, or if one is NaN. */
    public double median() {
        return median(iterations);
    }

    /** The median of any values; NaN if there are none, or if one is NaN. */
    public static double median(double... values) {
        boolean known = Arrays.stream(values).noneMatch(Double::isNaN);
        return known ? Median.withDefaults().withCopy(true).evaluate(values) : Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForkSamples fork
                && Objects.equals(round, fork.round)
                && Arrays.equals(iterations, fork.iterations);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(iterations);
    }

    @Override
    public String toString() {
        return (round == null ? "" : round + ": ") + Arrays.toString(iterations);
    }
}
