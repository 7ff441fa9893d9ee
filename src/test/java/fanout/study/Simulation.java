package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Holm;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Simulates one scenario. It depends on the plan and the scenario alone, so that any can be repeated by itself. */
final class Simulation {
    private static final int SLOWER = 0;
    private static final int FASTER = 1;

    private final SimulatedScenario scenario;
    private final SimulationPlan plan;

    Simulation(SimulatedScenario scenario, SimulationPlan plan) {
        this.scenario = scenario;
        this.plan = plan;
    }

    ScenarioResult run() {
        Map<Rule, int[][]> counts = new EnumMap<>(Rule.class);
        plan.rules().stream()
                .filter(rule -> rule.appliesTo(scenario))
                .forEach(rule -> counts.put(rule, new int[SimulationPlan.CHANGES.size()][2]));
        int covered = 0;
        int[] unchanged = new int[SimulationPlan.CHANGES.size()];
        int[] notSlower = new int[SimulationPlan.CHANGES.size()];
        Noise noise = noise("runs");
        Noise resampling = noise("bootstrap");
        for (int run = 0; run < plan.runs(); run++) {
            SimulatedPair same = SimulatedPair.simulate(scenario, noise);
            for (int change = 0; change < SimulationPlan.CHANGES.size(); change++) {
                SimulatedPair pair = same.slower(SimulationPlan.CHANGES.get(change));
                count(counts, pair, change, run, resampling, plan);
                Verdict verdict = VerdictRule.verdict(Rule.effect(pair));
                unchanged[change] += verdict == Verdict.UNCHANGED ? 1 : 0;
                notSlower[change] += VerdictRule.rulesOutSlower(verdict) ? 1 : 0;
            }
            covered += covers(Rule.effect(same.slower(SimulationPlan.THRESHOLD)), SimulationPlan.THRESHOLD) ? 1 : 0;
        }
        return new ScenarioResult(
                scenario,
                alarms(counts),
                new Rate(covered, plan.runs()),
                rates(unchanged),
                rates(notSlower),
                familyErrors());
    }

    private static void count(
            Map<Rule, int[][]> counts, SimulatedPair pair, int change, int run, Noise resampling, SimulationPlan plan) {
        counts.forEach((rule, count) -> {
            int alarm = run < plan.runs(rule) ? rule.alarm(pair, resampling) : 0;
            count[change][SLOWER] += alarm > 0 ? 1 : 0;
            count[change][FASTER] += alarm < 0 ? 1 : 0;
        });
    }

    private static boolean covers(Effect effect, double change) {
        double confidence = 1 - Rule.ALPHA;
        return effect.low(confidence) <= change && change <= effect.high(confidence);
    }

    private Map<Rule, ScenarioResult.Alarms[]> alarms(Map<Rule, int[][]> counts) {
        Map<Rule, ScenarioResult.Alarms[]> alarms = new EnumMap<>(Rule.class);
        counts.forEach((rule, count) -> alarms.put(
                rule,
                IntStream.range(0, count.length)
                        .mapToObj(change -> new ScenarioResult.Alarms(
                                new Rate(count[change][SLOWER], plan.runs(rule)),
                                new Rate(count[change][FASTER], plan.runs(rule))))
                        .toArray(ScenarioResult.Alarms[]::new)));
        return alarms;
    }

    private Rate[] rates(int... counts) {
        return IntStream.of(counts)
                .mapToObj(count -> new Rate(count, plan.runs()))
                .toArray(Rate[]::new);
    }

    /** Families of benchmarks, all without a change. */
    private Rate familyErrors() {
        Noise noise = noise("families");
        int errors = 0;
        for (int family = 0; family < plan.families(); family++) {
            Effect[] effects = new Effect[SimulationPlan.FAMILY];
            double[] p = new double[SimulationPlan.FAMILY];
            for (int i = 0; i < SimulationPlan.FAMILY; i++) {
                effects[i] = Rule.effect(SimulatedPair.simulate(scenario, noise));
                p[i] = effects[i].p();
            }
            double[] adjusted = Holm.adjust(p);
            boolean error = IntStream.range(0, SimulationPlan.FAMILY)
                    .filter(i -> adjusted[i] < Rule.ALPHA)
                    .anyMatch(i -> VerdictRule.verdict(effects[i], adjusted[i]).isChange());
            errors += error ? 1 : 0;
        }
        return new Rate(errors, plan.families());
    }

    private Noise noise(String stream) {
        return new Noise(plan.seed(), scenario.id() + " " + stream);
    }
}
