package fanout.study;

import fanout.compare.AlphaSpending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Simulates runs of rounds without an effect, looked at from the third round on, and finds for each look the level of
 * the t test at which the false alarms of all looks so far take the share of alpha that {@link AlphaSpending} allows.
 * With {@value #RUNS} runs the standard error of what all looks spend is 0.0001 at 5 %, and that of a single late level
 * a few percent of it.
 *
 * <p>{@code java fanout.study.AlphaSpendingStudy FILE} with the class path of the tests writes the table.
 */
public final class AlphaSpendingStudy {
    static final int RUNS = 4_000_000;

    /** No level that is tabulated rejects what lies below: it spares the sorting of most runs. */
    private static final double LEAST = 1.2;

    private static final int FIRST_ROUNDS = 3;
    private static final int DIGITS = 4;

    private final int runs;
    private final double[] sums;
    private final double[] squares;
    private final double[] alphas = AlphaSpending.tabulated();
    private final boolean[][] rejected;
    private final SplittableRandom random;

    AlphaSpendingStudy(int runs, long seed) {
        this.runs = runs;
        this.sums = new double[runs];
        this.squares = new double[runs];
        this.rejected = new boolean[alphas.length][runs];
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        AlphaSpendingStudy study = new AlphaSpendingStudy(RUNS, 1);
        StringBuilder table = new StringBuilder("# written by fanout.study.AlphaSpendingStudy: look, then the level of"
                + " the test at that look for each level of all looks\n# look");
        Arrays.stream(study.alphas).forEach(alpha -> table.append(',').append(alpha));
        table.append('\n');
        double[][] levels = study.levels(AlphaSpending.MOST_LOOKS);
        for (int look = 1; look <= levels.length; look++) {
            table.append(look);
            for (double level : levels[look - 1]) {
                table.append(String.format(Locale.ROOT, ",%." + DIGITS + "g", level));
            }
            table.append('\n');
        }
        Files.writeString(Path.of(arguments[0]), table);
    }

    /** For each look the levels, in the order of the tabulated alphas. */
    double[][] levels(int looks) {
        round();
        round();
        return IntStream.rangeClosed(1, looks).mapToObj(this::look).toArray(double[][]::new);
    }

    private void round() {
        for (int run = 0; run < runs; run++) {
            double effect = random.nextGaussian();
            sums[run] += effect;
            squares[run] += effect * effect;
        }
    }

    private double[] look(int look) {
        round();
        int rounds = FIRST_ROUNDS - 1 + look;
        double[] statistics = new double[runs];
        for (int run = 0; run < runs; run++) {
            double mean = sums[run] / rounds;
            double variance = (squares[run] - rounds * mean * mean) / (rounds - 1);
            statistics[run] = Math.abs(mean) / Math.sqrt(variance / rounds);
        }
        TDistribution t = TDistribution.of(rounds - 1.0);
        return IntStream.range(0, alphas.length)
                .mapToDouble(i -> 2 * t.survivalProbability(critical(statistics, rejected[i], alphas[i], look)))
                .toArray();
    }

    /**
     * The statistic above which this look rejects, so that the share of alpha up to it is spent; marks what it rejects.
     */
    private double critical(double[] statistics, boolean[] before, double alpha, int look) {
        double[] left = IntStream.range(0, runs)
                .filter(run -> !before[run] && statistics[run] > LEAST)
                .mapToDouble(run -> statistics[run])
                .sorted()
                .toArray();
        int spent = (int) IntStream.range(0, runs).filter(run -> before[run]).count();
        int reject = Math.max(0, (int) Math.floor(alpha * AlphaSpending.spent(look) * runs) - spent);
        double critical = left[left.length - 1 - Math.max(0, reject - 1)];
        for (int run = 0; run < runs; run++) {
            before[run] |= statistics[run] >= critical && reject > 0;
        }
        return critical;
    }
}
