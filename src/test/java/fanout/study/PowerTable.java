package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import fanout.results.ForkSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules say of virtual runs cut from real ones. */
record PowerTable(List<PowerData> data) {
    private static final List<Double> SLOWDOWNS = List.of(0.0, 0.01, 0.03, 0.05);
    private static final List<Integer> MINUTES = List.of(5, 10);
    private static final int SECONDS = 60;
    private static final int FEWEST = 3;

    String markdown() {
        StringBuilder text = new StringBuilder();
        for (PowerData each : data) {
            for (int minutes : MINUTES) {
                int rounds = each.rounds(minutes * SECONDS);
                if (rounds >= FEWEST && !each.runs(0, rounds).isEmpty()) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%nOrder `%s`, %d minutes: %d rounds of 2 arms, a fork takes %.1f s.%n%n",
                            each.order(),
                            minutes,
                            rounds,
                            each.forkSeconds()));
                    text.append(table(each, rounds));
                }
            }
        }
        return text.toString().replace("\r\n", "\n").strip() + "\n";
    }

    private static String table(PowerData data, int rounds) {
        List<String> header = List.of(
                "truth",
                "virtual runs",
                "`until decided`: slower",
                "not slower",
                "undecided",
                "interval covers the truth",
                "rounds to a decision, median",
                "half width of the 95 % interval, all rounds, median",
                "all rounds, looked at once: p < 5 %",
                "stopped at p < 5 %",
                "pooled Mann-Whitney: p < 5 %",
                "disjoint JMH intervals");
        List<List<String>> rows = SLOWDOWNS.stream()
                .map(slowdown -> row(data.runs(slowdown, rounds), slowdown))
                .filter(row -> !row.isEmpty())
                .toList();
        return Markdown.table(header, rows);
    }

    private static List<String> row(List<VirtualRun> runs, double slowdown) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = runs.stream().map(VirtualRun::untilDecided).toList();
        List<Verdict> verdicts = effects.stream().map(VerdictRule::verdict).toList();
        List<String> row = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "%+.0f %%", 100 * slowdown),
                String.valueOf(runs.size()),
                share(verdicts, verdict -> verdict == Verdict.SLOWER),
                share(verdicts, VerdictRule::rulesOutSlower),
                share(verdicts, verdict -> verdict == Verdict.INCONCLUSIVE || verdict == Verdict.NOT_FASTER),
                share(effects, effect -> covers(effect, slowdown)),
                median(runs.stream()
                        .flatMap(run -> run.decided().stream().boxed())
                        .map(Integer::doubleValue)),
                median(runs.stream().map(run -> 100 * run.effect(false).halfWidth(1 - Rule.ALPHA))) + " %"));
        row.add(share(runs, run -> run.effect(false).p() < Rule.ALPHA));
        row.add(share(runs, run -> run.untilSignificant().p() < Rule.ALPHA));
        Function<Rule, Predicate<VirtualRun>> alarms = rule -> run -> rule.alarm(run.pair(), null) != 0;
        row.add(share(runs, alarms.apply(Rule.MANN_WHITNEY)));
        row.add(share(runs, alarms.apply(Rule.JMH_INTERVALS)));
        return row;
    }

    private static boolean covers(Effect effect, double slowdown) {
        return effect.low(1 - Rule.ALPHA) <= slowdown && slowdown <= effect.high(1 - Rule.ALPHA);
    }

    private static <T> String share(List<T> of, Predicate<T> which) {
        return Math.round(100.0 * of.stream().filter(which).count() / of.size()) + " %";
    }

    private static String median(Stream<Double> values) {
        double median =
                ForkSamples.median(values.mapToDouble(Double::doubleValue).toArray());
        return Double.isNaN(median) ? "-" : String.format(Locale.ROOT, "%.1f", median);
    }
}
