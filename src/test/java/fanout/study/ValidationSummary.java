package fanout.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The short tables: rule against rule, and what Fanout's keeps of its bounds. */
final class ValidationSummary {
    private static final Predicate<SimulatedScenario> PROMISED = scenario -> scenario.shape() != Shape.BIMODAL;

    private final ValidationResults study;

    ValidationSummary(ValidationResults study) {
        this.study = study;
    }

    String text() {
        return rules(Stream.of(Rule.values())) + "\n" + bounds();
    }

    /** What says most about the rules in few rows: for the README. */
    String mostTelling() {
        return rules(Stream.of(Rule.FANOUT, Rule.MANN_WHITNEY, Rule.JMH_INTERVALS));
    }

    /** Rule against rule, where forks are normal or heavy-tailed. */
    private String rules(Stream<Rule> rules) {
        List<List<String>> rows = rules.map(this::rule).toList();
        return Markdown.table(
                List.of(
                        "rule",
                        "false alarms, forks alike",
                        "false alarms, forks differ (worst)",
                        "+5 % found, 5 forks",
                        "false alarms, drift (worst)",
                        "+5 % found, drift, 5 rounds"),
                rows);
    }

    private List<String> rule(Rule rule) {
        List<ScenarioResult> alike =
                cells(scenario -> !scenario.paired() && scenario.share() == 0 && scenario.correlation() == 0);
        List<ScenarioResult> differ = cells(PROMISED.and(scenario -> !scenario.paired() && scenario.share() > 0));
        List<ScenarioResult> drift = cells(PROMISED.and(SimulatedScenario::paired));
        Function<ScenarioResult, Rate> alarms = cell -> cell.falseAlarms(rule);
        Function<ScenarioResult, Rate> power = cell -> cell.power(rule, 0.05);
        boolean driftOnly = rule == Rule.FANOUT_UNPAIRED;
        return List.of(
                rule.toString(),
                driftOnly ? "" : Markdown.percent(mean(alike, alarms)),
                driftOnly ? "" : meanAndWorst(differ, alarms),
                driftOnly ? "" : Markdown.percent(mean(five(differ), power)),
                meanAndWorst(drift, alarms),
                Markdown.percent(mean(five(drift), power)));
    }

    /** The promised bounds, and the rates that were found. */
    private String bounds() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(bound("false alarms", "at most 5 %", cell -> cell.falseAlarms(Rule.FANOUT)));
        rows.add(bound("coverage of the 95 % interval", "93.5 to 97.5 %", ScenarioResult::coverage));
        rows.add(bound("a false alarm among 20 benchmarks", "at most 5 %", ScenarioResult::familyErrors));
        rows.add(bound("`unchanged` at a true +3 %", "at most 5 %", ScenarioResult::falseUnchanged));
        rows.add(bound("not slower at a true +3 %", "at most 5 %", ScenarioResult::falseNotSlower));
        rows.add(bound("faster and slower mixed up", "", cell -> cell.wrongSign(Rule.FANOUT)));
        String power =
                Markdown.percent(study.dedicated().power(Rule.FANOUT, 0.05).value());
        rows.add(List.of("+5 % found, 5 forks that scatter by 2.2 %", "at least 80 %", power, ""));
        return Markdown.table(List.of("Fanout's", "bound", "normal and heavy-tailed forks", "bimodal forks"), rows);
    }

    private List<String> bound(String name, String bound, Function<ScenarioResult, Rate> rate) {
        return List.of(name, bound, range(cells(PROMISED), rate), range(cells(PROMISED.negate()), rate));
    }

    private static String range(List<ScenarioResult> cells, Function<ScenarioResult, Rate> rate) {
        Comparator<Double> order = Comparator.naturalOrder();
        double low = cells.stream().map(rate).map(Rate::value).min(order).orElseThrow();
        double high = cells.stream().map(rate).map(Rate::value).max(order).orElseThrow();
        return Markdown.percent(low).replace(" %", "") + " to " + Markdown.percent(high);
    }

    private static String meanAndWorst(List<ScenarioResult> cells, Function<ScenarioResult, Rate> rate) {
        double worst = cells.stream().map(rate).mapToDouble(Rate::value).max().orElseThrow();
        return Markdown.percent(mean(cells, rate)) + " (" + Markdown.percent(worst) + ")";
    }

    private static double mean(List<ScenarioResult> cells, Function<ScenarioResult, Rate> rate) {
        return cells.stream().map(rate).mapToDouble(Rate::value).average().orElseThrow();
    }

    private static List<ScenarioResult> five(List<ScenarioResult> cells) {
        return cells.stream().filter(cell -> cell.scenario().forks() == 5).toList();
    }

    private List<ScenarioResult> cells(Predicate<SimulatedScenario> wanted) {
        return study.cells().stream()
                .filter(cell -> wanted.test(cell.scenario()))
                .toList();
    }
}
