package fanout.compare;

import java.util.Arrays;

/**
 * How much a run resembles the one before it: the correlation of neighbours, 0 to {@value #MOST}.
 *
 * <p>Where it is rho, the variance of the difference of neighbours is 2 (1 - rho) times that of a run, and of runs two
 * apart 2 (1 - rho^2) times: the ratio of both is 1 + rho. The largest fifth of the differences is left out on both
 * sides, since a shift is among them. What chance alone may do, 1 by the root of the number of runs, is taken off: else
 * real shifts of short lines are missed.
 */
final class SerialCorrelation {
    private static final double MOST = 0.9;
    private static final double KEPT = 0.8;
    private static final int FEWEST_RUNS = 50;

    private SerialCorrelation() {}

    /** That of a line of runs; 0 of fewer than {@value #FEWEST_RUNS}, which can't tell. */
    static double of(double[] line) {
        if (line.length < FEWEST_RUNS) {
            return 0;
        }
        double neighbours = meanSquare(line, 1);
        double correlation = neighbours > 0 ? meanSquare(line, 2) / neighbours - 1 : 0;
        double chance = 1 / Math.sqrt(line.length);
        return Math.max(0, Math.min(MOST, correlation - chance));
    }

    private static double meanSquare(double[] line, int apart) {
        double[] squares = new double[line.length - apart];
        Arrays.setAll(squares, run -> Math.pow(line[run + apart] - line[run], 2));
        Arrays.sort(squares);
        return Arrays.stream(squares)
                .limit(Math.round(KEPT * squares.length))
                .average()
                .orElse(0);
    }
}
