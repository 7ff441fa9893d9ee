package fanout.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What repeated looks at growing data cost. A run that ends as soon as its verdict is clear has one chance of a false
 * alarm at each look; here all of them together have the probability alpha. By look {@code k} at most
 * {@code k / (k + 4)} of alpha is spent, as K. K. G. Lan and D. L. DeMets (Discrete sequential boundaries for clinical
 * trials, Biometrika 1983) do it for normal statistics. For a paired t test the levels come from a simulation, since
 * they are the same whatever the mean and the deviation of the rounds: {@code fanout.study.AlphaSpendingStudy} writes
 * them, and says how exact they are.
 *
 * <p>The first look is at {@value Criteria#FEWEST_FORKS} rounds, and there is one after each further round.
 *
 * <p>Tested by {@code fanout.compare.AlphaSpendingTest}.
 */
public final class AlphaSpending {
    /** More looks than these are not provided for. */
    public static final int MOST_LOOKS = 48;

    /** The rounds after which the last of them is. */
    public static final int MOST_ROUNDS = MOST_LOOKS + Criteria.FEWEST_FORKS - 1;

    private static final double DELAY = 4;

    /** The overall levels that the table has, the largest first, and before them the certain one. */
    private static final double[] ALPHAS = {1, 0.4, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};

    private static final double[][] NOMINAL = read();

    private AlphaSpending() {}

    /** How often a run has looked after so many rounds; 0 before the first look, at most {@value #MOST_LOOKS}. */
    public static int looks(int rounds) {
        return Math.max(0, Math.min(MOST_LOOKS, rounds - Criteria.FEWEST_FORKS + 1));
    }

    /** The share of alpha that is spent by this look, 0 to 1. */
    public static double spent(int look) {
        return look / (look + DELAY);
    }

    /** The overall levels for which levels are tabulated, the largest first. */
    public static double[] tabulated() {
        return Arrays.copyOfRange(ALPHAS, 1, ALPHAS.length);
    }

    /**
     * The level of the test at this look, if that of all looks is {@code alpha}.
     *
     * @param look from 1, at most {@value #MOST_LOOKS}
     */
    static double nominal(double alpha, int look) {
        double[] levels = NOMINAL[look - 1];
        int last = ALPHAS.length - 1;
        if (alpha < ALPHAS[last]) {
            return Math.min(levels[last], alpha * share(look));
        }
        int below = 1;
        while (alpha < ALPHAS[below]) {
            below++;
        }
        return interpolated(alpha, ALPHAS, levels, below);
    }

    /**
     * The p value over all looks so far: the smallest alpha at which the test rejects at this look.
     *
     * @param p at this look alone
     * @param look from 1, at most {@value #MOST_LOOKS}
     */
    static double overall(double p, int look) {
        double[] levels = NOMINAL[look - 1];
        int last = ALPHAS.length - 1;
        if (p < levels[last]) {
            return Math.min(ALPHAS[last], p / share(look));
        }
        int below = 1;
        while (p < levels[below]) {
            below++;
        }
        return interpolated(p, levels, ALPHAS, below);
    }

    /** What this look spends of alpha. To test at this share is safe whatever the looks have in common (Bonferroni). */
    private static double share(int look) {
        return spent(look) - spent(look - 1);
    }

    /** Linear in the logarithms, between the points {@code below - 1} and {@code below}. */
    private static double interpolated(double x, double[] from, double[] to, int below) {
        double upper = Math.log(from[below - 1]);
        double lower = Math.log(from[below]);
        double part = (Math.log(x) - lower) / (upper - lower);
        return Math.exp(Math.log(to[below]) + part * (Math.log(to[below - 1]) - Math.log(to[below])));
    }

    private static double[][] read() {
        try (InputStream stream = AlphaSpending.class.getResourceAsStream("alpha-spending.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            return lines.stream().map(AlphaSpending::levels).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line has the number of the look, then the levels. The test at the certain level always rejects. */
    private static double[] levels(String line) {
        double[] levels =
                Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        levels[0] = 1;
        return levels;
    }
}
