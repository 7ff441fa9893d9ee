package fanout.study;

import java.util.Arrays;

/**
 * The nested percentile bootstrap of the ratio of means: forks are drawn with replacement, then iterations within each.
 */
final class Bootstrap {
    static final int RESAMPLES = 400;

    private Bootstrap() {}

    /** 1 or -1 if the 95 % interval lies above or below a ratio of 1, else 0. */
    static int alarm(SimulatedPair pair, Noise noise) {
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            ratios[i] = sum(pair.candidate(), noise) / sum(pair.baseline(), noise);
        }
        Arrays.sort(ratios);
        int tail = RESAMPLES / 40;
        if (ratios[tail] > 1) {
            return 1;
        }
        return ratios[RESAMPLES - 1 - tail] < 1 ? -1 : 0;
    }

    private static double sum(double[][] forks, Noise noise) {
        double sum = 0;
        for (int i = 0; i < forks.length; i++) {
            double[] fork = forks[noise.below(forks.length)];
            for (int k = 0; k < fork.length; k++) {
                sum += fork[noise.below(fork.length)];
            }
        }
        return sum;
    }
}
