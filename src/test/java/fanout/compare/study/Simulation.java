package fanout.compare.study;

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

    private final Scenario scenario;
    private final Plan plan;

    Simulation(Scenario scenario, Plan plan) {
        this.scenario = scenario;
        this.plan = plan;
    }

    Cell run() {
        Map<Rule, int[][]> counts = new EnumMap<>(Rule.class);
        plan.rules().stream()
                .filter(rule -> rule.appliesTo(scenario))
                .forEach(rule -> counts.put(rule, new int[Plan.CHANGES.size()][2]));
        int covered = 0;
        int[] unchanged = new int[Plan.CHANGES.size()];
        Noise noise = noise("runs");
        Noise resampling = noise("bootstrap");
        for (int run = 0; run < plan.runs(); run++) {
            Pair same = Pair.simulate(scenario, noise);
            for (int change = 0; change < Plan.CHANGES.size(); change++) {
                Pair pair = same.slower(Plan.CHANGES.get(change));
                count(counts, pair, change, run, resampling, plan);
                unchanged[change] += VerdictRule.verdict(Rule.effect(pair)) == Verdict.UNCHANGED ? 1 : 0;
            }
            covered += covers(Rule.effect(same.slower(Plan.THRESHOLD)), Plan.THRESHOLD) ? 1 : 0;
        }
        return new Cell(
                scenario, alarms(counts), new Rate(covered, plan.runs()), unchangedRates(unchanged), familyErrors());
    }

    private static void count(Map<Rule, int[][]> counts, Pair pair, int change, int run, Noise resampling, Plan plan) {
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

    private Map<Rule, Cell.Alarms[]> alarms(Map<Rule, int[][]> counts) {
        Map<Rule, Cell.Alarms[]> alarms = new EnumMap<>(Rule.class);
        counts.forEach((rule, count) -> alarms.put(
                rule,
                IntStream.range(0, count.length)
                        .mapToObj(change -> new Cell.Alarms(
                                new Rate(count[change][SLOWER], plan.runs(rule)),
                                new Rate(count[change][FASTER], plan.runs(rule))))
                        .toArray(Cell.Alarms[]::new)));
        return alarms;
    }

    private Rate[] unchangedRates(int... counts) {
        return IntStream.of(counts)
                .mapToObj(count -> new Rate(count, plan.runs()))
                .toArray(Rate[]::new);
    }

    /** Families of benchmarks, all without a change. */
    private Rate familyErrors() {
        Noise noise = noise("families");
        int errors = 0;
        for (int family = 0; family < plan.families(); family++) {
            Effect[] effects = new Effect[Plan.FAMILY];
            double[] p = new double[Plan.FAMILY];
            for (int i = 0; i < Plan.FAMILY; i++) {
                effects[i] = Rule.effect(Pair.simulate(scenario, noise));
                p[i] = effects[i].p();
            }
            double[] adjusted = Holm.adjust(p);
            boolean error = IntStream.range(0, Plan.FAMILY)
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
