package fanout.study;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.Round;
import fanout.results.ScoreUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What two sides measured: the scores of their iterations, fork by fork.
 *
 * @param paired whether the forks of both sides took turns, fork k against fork k
 */
record SimulatedPair(double[][] baseline, double[][] candidate, boolean paired) {
    private static final ScoreUnit UNIT = new ScoreUnit("ms/op");

    /** A pair without a true change. */
    static SimulatedPair simulate(SimulatedScenario scenario, Noise noise) {
        double[][] baseline = new double[scenario.forks()][];
        double[][] candidate = new double[scenario.candidateForks()][];
        for (int fork = 0; fork < Math.max(baseline.length, candidate.length); fork++) {
            double drift = scenario.paired() ? noise.uniform() * StrictMath.log(SimulatedScenario.DRIFT) : 0;
            if (fork < baseline.length) {
                baseline[fork] = fork(scenario, drift, noise);
            }
            if (fork < candidate.length) {
                boolean slow = scenario.slowShare() > 0 && noise.uniform() < scenario.slowShare();
                candidate[fork] = fork(scenario, drift + (slow ? StrictMath.log(SimulatedScenario.SLOW) : 0), noise);
            }
        }
        return new SimulatedPair(baseline, candidate, scenario.paired());
    }

    private static double[] fork(SimulatedScenario scenario, double drift, Noise noise) {
        double level = drift
                + (scenario.forkDeviation() == 0
                        ? 0
                        : scenario.forkDeviation() * scenario.shape().draw(noise));
        double correlation = scenario.correlation();
        double fresh = Math.sqrt(1 - correlation * correlation);
        double state = noise.gaussian();
        double[] scores = new double[SimulatedScenario.ITERATIONS];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(level + scenario.iterationDeviation() * state);
            state = correlation * state + fresh * noise.gaussian();
        }
        return scores;
    }

    /** The same with a true change: the candidate takes this much longer. */
    SimulatedPair slower(double change) {
        double[][] scaled = Arrays.stream(candidate)
                .map(fork ->
                        Arrays.stream(fork).map(score -> score * (1 + change)).toArray())
                .toArray(double[][]::new);
        return new SimulatedPair(baseline, scaled, paired);
    }

    /** The same without the manifest that says which forks took turns. */
    SimulatedPair withoutRounds() {
        return new SimulatedPair(baseline, candidate, false);
    }

    Metric baselineMetric() {
        return metric(baseline);
    }

    Metric candidateMetric() {
        return metric(candidate);
    }

    private Metric metric(double[][] scores) {
        List<ForkSamples> forks = IntStream.range(0, scores.length)
                .mapToObj(fork -> new ForkSamples(paired ? new Round("run", fork) : null, scores[fork]))
                .toList();
        return new Metric("", UNIT, Double.NaN, forks);
    }

    static double[] pooled(double[][] forks) {
        return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
    }
}
