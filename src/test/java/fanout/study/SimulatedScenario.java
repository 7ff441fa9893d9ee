package fanout.study;

import java.util.ArrayList;
import java.util.List;

/**
 * How synthetic runs come about. A score is exp(drift + fork + iteration).
 *
 * @param forks on each side, or rounds
 * @param forkDeviation of a fork's own level, in logarithms: 0.022 is about 2.2 %
 * @param iterationDeviation of an iteration around its fork's level
 * @param correlation of an iteration with the one before, an AR(1) process
 * @param shape of the forks' levels
 * @param paired whether forks took turns by rounds: each round then has a level of its own, shared by both sides, and
 *     the slowest can be {@value #DRIFT} times the fastest
 */
record SimulatedScenario(
        int forks, double forkDeviation, double iterationDeviation, double correlation, Shape shape, boolean paired) {
    /** Iterations of a fork. */
    static final int ITERATIONS = 10;

    /** The most that a round can be slower than another. */
    static final double DRIFT = 2.5;

    /** What real forks of the suite, and of public JMH data, scatter by. */
    static final double DEVIATION = 0.022;

    static final List<Integer> FORKS = List.of(3, 5, 10, 20);
    static final List<Double> SHARES = List.of(0.0, 0.4, 0.9);
    static final List<Double> CORRELATIONS = List.of(0.0, 0.8);

    /** The variance of the median of ten standard normal numbers. */
    private static final double MEDIAN_VARIANCE = 0.13833;

    /**
     * @param share of the variance that lies between forks. Where there is some, forks scatter by 2.2 %, and iterations
     *     by as much as the share then leaves: 2.7 % at 0.4, 0.7 % at 0.9. Without any, iterations scatter by 2.2 %.
     */
    static SimulatedScenario of(int forks, double share, double correlation, Shape shape, boolean paired) {
        double iteration = share == 0 ? DEVIATION : DEVIATION * Math.sqrt((1 - share) / share);
        return new SimulatedScenario(forks, share == 0 ? 0 : DEVIATION, iteration, correlation, shape, paired);
    }

    /** Normal forks whose medians scatter by exactly 2.2 %, iterations within by 1 %: five a side should find 5 %. */
    static SimulatedScenario dedicated() {
        double fork = Math.sqrt(DEVIATION * DEVIATION - MEDIAN_VARIANCE * 0.01 * 0.01);
        return new SimulatedScenario(5, fork, 0.01, 0, Shape.NORMAL, false);
    }

    /** Every combination; where nothing varies between forks they have no shape, and are listed once, as normal. */
    static List<SimulatedScenario> all() {
        List<SimulatedScenario> all = new ArrayList<>();
        for (boolean paired : new boolean[] {false, true}) {
            for (Shape shape : Shape.values()) {
                for (double share : SHARES) {
                    for (double correlation : CORRELATIONS) {
                        for (int forks : FORKS) {
                            if (share > 0 || shape == Shape.NORMAL) {
                                all.add(of(forks, share, correlation, shape, paired));
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    double share() {
        double between = forkDeviation * forkDeviation;
        return Math.round(100 * between / (between + iterationDeviation * iterationDeviation)) / 100.0;
    }

    SimulatedScenario withForks(int number) {
        return new SimulatedScenario(number, forkDeviation, iterationDeviation, correlation, shape, paired);
    }

    /** The name of its stream of random numbers. */
    String id() {
        return (paired ? "paired " : "unpaired ") + shape + " forks=" + forks + " share=" + share() + " correlation="
                + correlation;
    }
}
