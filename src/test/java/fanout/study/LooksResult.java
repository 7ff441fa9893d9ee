package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What {@code run --until decided} says of simulated runs of one kind, looked at after each round from the third on.
 *
 * @param scenario with as many rounds as a run has at most
 * @param significant without a true change: p below 5 % at the end, over all looks
 * @param changes without a true change: judged slower or faster
 * @param naive without a true change: p below 5 % at one of the looks, each taken for the only one
 * @param notSlower of a true change of the threshold: a slow-down of that size ruled out
 * @param covered the interval of the end covers the truth, without a change and with one of 5 %
 * @param slower of a true change of 5 %: judged slower
 * @param rounds until it is decided without a true change, the median; the most where it is not
 */
record LooksResult(
        SimulatedScenario scenario,
        Rate significant,
        Rate changes,
        Rate naive,
        Rate notSlower,
        Rate covered,
        Rate slower,
        int rounds) {
    private static final double CONFIDENCE = 1 - VerdictRule.CRITERIA.alpha();
    private static final double FIVE = 0.05;

    static LooksResult simulate(SimulatedScenario scenario, int runs, long seed) {
        Noise noise = new Noise(seed, "looks " + scenario.id());
        List<VirtualRun> same = new ArrayList<>();
        List<VirtualRun> three = new ArrayList<>();
        List<VirtualRun> five = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            SimulatedPair pair = SimulatedPair.simulate(scenario, noise);
            same.add(new VirtualRun(pair, 0));
            three.add(new VirtualRun(pair.slower(SimulationPlan.THRESHOLD), SimulationPlan.THRESHOLD));
            five.add(new VirtualRun(pair.slower(FIVE), FIVE));
        }
        List<Effect> unchanged = same.stream().map(VirtualRun::untilDecided).toList();
        List<Effect> slower = five.stream().map(VirtualRun::untilDecided).toList();
        List<Effect> both = new ArrayList<>(unchanged);
        both.addAll(slower);
        int[] rounds = same.stream()
                .map(VirtualRun::decided)
                .mapToInt(decided -> decided.orElse(scenario.forks()))
                .sorted()
                .toArray();
        return new LooksResult(
                scenario,
                rate(unchanged, effect -> effect.p() < VerdictRule.CRITERIA.alpha()),
                rate(unchanged, effect -> VerdictRule.verdict(effect).isChange()),
                rate(same, run -> run.untilSignificant().p() < VerdictRule.CRITERIA.alpha()),
                rate(three, run -> VerdictRule.rulesOutSlower(VerdictRule.verdict(run.untilDecided()))),
                new Rate(covering(unchanged, 0) + covering(slower, FIVE), 2 * runs),
                rate(slower, effect -> VerdictRule.verdict(effect) == Verdict.SLOWER),
                rounds[rounds.length / 2]);
    }

    private static int covering(List<Effect> effects, double truth) {
        return rate(effects, effect -> effect.low(CONFIDENCE) <= truth && truth <= effect.high(CONFIDENCE))
                .count();
    }

    private static <T> Rate rate(List<T> of, Predicate<T> which) {
        return new Rate((int) of.stream().filter(which).count(), of.size());
    }
}
