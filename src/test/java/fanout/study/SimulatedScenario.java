package fanout.study;

import java.util.ArrayList;
import java.util.List;

/**
 * How synthetic runs come about. A score is exp(drift + fork + iteration).
 *
 * @param forks on each side, or rounds
 * @param candidateForks how many the candidate has; other than {@code forks} in a few scenarios
 * @param forkDeviation of a fork's own level, in logarithms: 0.022 is about 2.2 %
 * @param iterationDeviation of an iteration around its fork's level
 * @param correlation of an iteration with the one before, an AR(1) process
 * @param shape of the forks' levels
 * @param paired whether forks took turns by rounds: each round then has a level of its own, shared by both sides, and
 *     the slowest can be {@value #DRIFT} times the fastest
 * @param slowShare of the candidate's forks that take {@value #SLOW} times as long; 0 in most scenarios
 */
record SimulatedScenario(
        int forks,
        int candidateForks,
        double forkDeviation,
        double iterationDeviation,
        double correlation,
        Shape shape,
        boolean paired,
        double slowShare) {
    /** Iterations of a fork. */
    static final int ITERATIONS = 10;

    /** The most that a round can be slower than another. */
    static final double DRIFT = 2.5;

    /** How much longer a slow fork of the candidate takes. */
    static final double SLOW = 1.3;

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
        return new SimulatedScenario(
                forks, forks, share == 0 ? 0 : DEVIATION, iteration, correlation, shape, paired, 0);
    }

    /** Normal forks whose medians scatter by exactly 2.2 %, iterations within by 1 %: five a side should find 5 %. */
    static SimulatedScenario dedicated() {
        double fork = Math.sqrt(DEVIATION * DEVIATION - MEDIAN_VARIANCE * 0.01 * 0.01);
        return new SimulatedScenario(5, 5, fork, 0.01, 0, Shape.NORMAL, false, 0);
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
        return new SimulatedScenario(
                number, number, forkDeviation, iterationDeviation, correlation, shape, paired, slowShare);
    }

    /** The same with so few forks of the candidate. */
    SimulatedScenario against(int few) {
        return new SimulatedScenario(
                forks, few, forkDeviation, iterationDeviation, correlation, shape, paired, slowShare);
    }

    /** The same with this share of slow forks among the candidate's. */
    SimulatedScenario withSlow(double share) {
        return new SimulatedScenario(
                forks, candidateForks, forkDeviation, iterationDeviation, correlation, shape, paired, share);
    }

    /** The numbers of forks, as tables show them. */
    String numbers() {
        return candidateForks == forks ? String.valueOf(forks) : forks + " against " + candidateForks;
    }

    /** The name of its stream of random numbers. */
    String id() {
        return (paired ? "paired " : "unpaired ") + shape + " forks=" + numbers() + " share=" + share()
                + " correlation=" + correlation + (slowShare > 0 ? " slow=" + slowShare : "");
    }
}
