package fanout.study;

import fanout.compare.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code study.md}: what was simulated, what was found, and where a bound is not held. */
final class ValidationTables {
    private final ValidationResults study;

    ValidationTables(ValidationResults study) {
        this.study = study;
    }

    String text() {
        return "# How often the verdicts are right\n\n" + ValidationNotes.simulated(study.plan()) + "\n## Summary\n\n"
                + ValidationNotes.SUMMARY + "\n" + new ValidationSummary(study).text()
                + "\n## Bounds that are not held\n\n" + broken()
                + "\n## Fanout, scenario by scenario\n\n" + ValidationNotes.FANOUT + "\n" + fanout()
                + "\n## False alarms, rule by rule\n\n"
                + byRule((cell, rule) -> cell.falseAlarms(rule))
                + "\n## Found at a true +3 %\n\n" + byRule((cell, rule) -> cell.power(rule, SimulationPlan.THRESHOLD))
                + "\n## Found at a true +5 %\n\n" + byRule((cell, rule) -> cell.power(rule, 0.05))
                + "\n## Found at a true +10 %\n\n" + byRule((cell, rule) -> cell.power(rule, 0.10))
                + "\n## Five forks that scatter by 2.2 %\n\n" + ValidationNotes.DEDICATED + "\n" + dedicated()
                + "\n## Unequal numbers of forks\n\n" + ValidationNotes.UNEQUAL + "\n" + unequal()
                + "\n## A fifth of the candidate's forks 30 % slower\n\n" + ValidationNotes.SLOW + "\n" + slow()
                + "\n## forksNeeded\n\n" + ValidationNotes.FORKS_NEEDED + "\n" + promises()
                + "\n## The warning of two groups of forks\n\n" + ValidationNotes.GROUPS + "\n" + warnings()
                + "\n## The warning of a fork that lies apart\n\n" + ValidationNotes.OUTLIERS + "\n" + outliers();
    }

    private String broken() {
        List<List<String>> rows = new ArrayList<>();
        for (ScenarioResult cell : study.cells()) {
            add(rows, cell, Bounds::falseAlarms, "false alarms", cell.falseAlarms(Rule.FANOUT));
            add(rows, cell, Bounds::coverage, "coverage", cell.coverage());
            add(rows, cell, Bounds::familyErrors, "family error", cell.familyErrors());
            add(rows, cell, Bounds::falseUnchanged, "false `unchanged`", cell.falseUnchanged());
            add(rows, cell, Bounds::falseNotSlower, "false `not slower`", cell.falseNotSlower());
        }
        return ValidationNotes.BROKEN + "\n" + Markdown.table(header("bound", "found, %"), rows);
    }

    private static void add(
            List<List<String>> rows, ScenarioResult cell, Predicate<ScenarioResult> bound, String name, Rate rate) {
        if (!bound.test(cell)) {
            rows.add(row(cell.scenario(), name, Markdown.withError(rate)));
        }
    }

    private String fanout() {
        List<List<String>> rows = study.cells().stream()
                .map(cell -> row(
                        cell.scenario(),
                        Markdown.withError(cell.falseAlarms(Rule.FANOUT)),
                        Markdown.withError(cell.coverage()),
                        Markdown.withError(cell.power(Rule.FANOUT, SimulationPlan.THRESHOLD)),
                        Markdown.withError(cell.power(Rule.FANOUT, 0.05)),
                        Markdown.withError(cell.power(Rule.FANOUT, 0.10)),
                        Markdown.withError(cell.unchanged()[0]),
                        Markdown.withError(cell.falseUnchanged()),
                        Markdown.withError(cell.notSlower()[0]),
                        Markdown.withError(cell.falseNotSlower()),
                        Markdown.withError(cell.familyErrors()),
                        Markdown.withError(cell.wrongSign(Rule.FANOUT))))
                .toList();
        return Markdown.table(
                header(
                        "false alarms",
                        "coverage",
                        "+3 %",
                        "+5 %",
                        "+10 %",
                        "`unchanged` at 0",
                        "`unchanged` at +3 %",
                        "not slower at 0",
                        "not slower at +3 %",
                        "family of 20",
                        "wrong sign"),
                rows);
    }

    private String byRule(BiFunction<ScenarioResult, Rule, Rate> rate) {
        List<Rule> rules = study.plan().rules();
        List<List<String>> rows = study.cells().stream()
                .map(cell -> row(
                        cell.scenario(),
                        rules.stream()
                                .map(rule -> rule.appliesTo(cell.scenario())
                                        ? Markdown.withError(rate.apply(cell, rule))
                                        : "")
                                .toArray(String[]::new)))
                .toList();
        return Markdown.table(header(rules.stream().map(Rule::toString).toArray(String[]::new)), rows);
    }

    private String dedicated() {
        ScenarioResult cell = study.dedicated();
        List<List<String>> rows = study.plan().rules().stream()
                .filter(rule -> rule.appliesTo(cell.scenario()))
                .map(rule -> List.of(
                        rule.toString(),
                        Markdown.withError(cell.falseAlarms(rule)),
                        Markdown.withError(cell.power(rule, SimulationPlan.THRESHOLD)),
                        Markdown.withError(cell.power(rule, 0.05)),
                        Markdown.withError(cell.power(rule, 0.10))))
                .toList();
        return Markdown.table(List.of("rule", "false alarms", "+3 %", "+5 %", "+10 %"), rows);
    }

    private String unequal() {
        List<List<String>> rows = new ArrayList<>();
        for (UnequalForks found : study.unequal()) {
            rows.add(unequal(found.scenario(), "the wider, Fanout's", found.wider()));
            rows.add(unequal(found.scenario(), "Welch's alone", found.welch()));
        }
        return Markdown.table(
                header(
                        "interval",
                        "p < 5 % at 0",
                        "coverage",
                        "`unchanged` at +3 %",
                        "not slower at +3 %",
                        "`slower` at +5 %"),
                rows);
    }

    private static List<String> unequal(SimulatedScenario scenario, String interval, UnequalForks.Rates rates) {
        return row(
                scenario,
                interval,
                Markdown.withError(rates.significant()),
                Markdown.withError(rates.coverage()),
                Markdown.withError(rates.unchanged()),
                Markdown.withError(rates.notSlower()),
                Markdown.withError(rates.slowerAtFive()));
    }

    private String slow() {
        List<String> header = new ArrayList<>(header());
        Stream.of(Verdict.values()).forEach(verdict -> header.add("`" + verdict + "`"));
        header.add("warned");
        List<List<String>> rows = new ArrayList<>();
        for (SlowForks slow : study.slow()) {
            List<String> row = row(slow.scenario());
            Stream.of(Verdict.values()).forEach(verdict -> row.add(Markdown.withError(slow.said(verdict))));
            row.add(Markdown.withError(slow.warned()));
            rows.add(row);
        }
        return Markdown.table(header, rows);
    }

    private String promises() {
        List<List<String>> rows = study.promises().stream()
                .map(promise -> row(
                        promise.pilot(),
                        String.format(Locale.ROOT, "%d", promise.medianForks()),
                        Markdown.withError(promise.significant()),
                        Markdown.withError(promise.slower()),
                        Markdown.withError(promise.unchanged()),
                        Markdown.withError(promise.slowerAtFive())))
                .toList();
        return Markdown.table(
                header("named", "p < 5 % at +3 %", "`slower` at +3 %", "`unchanged` at 0", "`slower` at +5 %"), rows);
    }

    private String warnings() {
        List<List<String>> rows = study.warnings().stream()
                .map(warning -> row(warning.scenario(), Markdown.withError(warning.fired())))
                .toList();
        return Markdown.table(header("warned"), rows);
    }

    private String outliers() {
        List<List<String>> rows = study.outliers().stream()
                .map(warning -> row(warning.scenario(), Markdown.withError(warning.fired())))
                .toList();
        return Markdown.table(header("warned"), rows);
    }

    private static List<String> header(String... more) {
        List<String> header = new ArrayList<>(Markdown.SCENARIO);
        header.addAll(Arrays.asList(more));
        return header;
    }

    private static List<String> row(SimulatedScenario scenario, String... more) {
        List<String> row = new ArrayList<>(Markdown.columns(scenario));
        row.addAll(Arrays.asList(more));
        return row;
    }
}
