package fanout.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** {@code study.json}: every rate with its count and standard error; one line a scenario. */
final class ValidationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValidationJson() {}

    static String of(ValidationResults study) {
        SimulationPlan plan = study.plan();
        ObjectNode head = NODES.objectNode()
                .put("schema", "fanout-study/1")
                .put("seed", plan.seed())
                .put("runs", plan.runs())
                .put("bootstrapRuns", plan.runs(Rule.BOOTSTRAP))
                .put("bootstrapResamples", Bootstrap.RESAMPLES)
                .put("families", plan.families())
                .put("familySize", SimulationPlan.FAMILY)
                .put("alpha", Rule.ALPHA)
                .put("threshold", SimulationPlan.THRESHOLD)
                .put("iterations", SimulatedScenario.ITERATIONS);
        String open = head.toString();
        return open.substring(0, open.length() - 1)
                + section(
                        "cells",
                        study.cells().stream().map(ValidationJson::cell).toList())
                + section("dedicated", List.of(cell(study.dedicated())))
                + section(
                        "unequalForks",
                        study.unequal().stream().map(ValidationJson::unequal).toList())
                + section(
                        "slowForks",
                        study.slow().stream().map(ValidationJson::slow).toList())
                + section(
                        "forksNeeded",
                        study.promises().stream().map(ValidationJson::promise).toList())
                + section(
                        "groupWarnings",
                        study.warnings().stream()
                                .map(warning -> warning(warning.scenario(), warning.fired()))
                                .toList())
                + section(
                        "outlierWarnings",
                        study.outliers().stream()
                                .map(warning -> warning(warning.scenario(), warning.fired()))
                                .toList())
                + "\n}\n";
    }

    private static String section(String name, List<ObjectNode> lines) {
        return lines.stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",\n", ",\n\"" + name + "\": [\n", "\n]"));
    }

    static ObjectNode cell(ScenarioResult cell) {
        ObjectNode node = scenario(cell.scenario());
        node.set("coverage", rate(cell.coverage()));
        node.set("unchanged", byChange(cell.unchanged()));
        node.set("notSlower", byChange(cell.notSlower()));
        node.set("familyErrors", rate(cell.familyErrors()));
        ObjectNode rules = node.putObject("alarms");
        cell.alarms().forEach((rule, alarms) -> {
            ArrayNode changes = rules.putArray(rule.toString());
            for (int i = 0; i < alarms.length; i++) {
                ObjectNode change = changes.addObject().put("change", SimulationPlan.CHANGES.get(i));
                change.set("slower", rate(alarms[i].slower()));
                change.set("faster", rate(alarms[i].faster()));
            }
        });
        return node;
    }

    private static ArrayNode byChange(Rate... rates) {
        ArrayNode changes = NODES.arrayNode();
        for (int i = 0; i < rates.length; i++) {
            changes.addObject().put("change", SimulationPlan.CHANGES.get(i)).set("said", rate(rates[i]));
        }
        return changes;
    }

    private static ObjectNode promise(Promise promise) {
        ObjectNode node = scenario(promise.pilot()).put("medianForksNeeded", promise.medianForks());
        node.set("significantAtThreshold", rate(promise.significant()));
        node.set("slowerAtThreshold", rate(promise.slower()));
        node.set("unchangedAtZero", rate(promise.unchanged()));
        node.set("slowerAtFivePercent", rate(promise.slowerAtFive()));
        return node;
    }

    private static ObjectNode warning(SimulatedScenario scenario, Rate fired) {
        ObjectNode node = scenario(scenario);
        node.set("fired", rate(fired));
        return node;
    }

    private static ObjectNode unequal(UnequalForks unequal) {
        ObjectNode node = scenario(unequal.scenario());
        node.set("wider", rates(unequal.wider()));
        node.set("welchAlone", rates(unequal.welch()));
        return node;
    }

    private static ObjectNode rates(UnequalForks.Rates rates) {
        ObjectNode node = NODES.objectNode();
        node.set("significantAtZero", rate(rates.significant()));
        node.set("coverage", rate(rates.coverage()));
        node.set("unchangedAtThreshold", rate(rates.unchanged()));
        node.set("notSlowerAtThreshold", rate(rates.notSlower()));
        node.set("slowerAtFivePercent", rate(rates.slowerAtFive()));
        return node;
    }

    private static ObjectNode slow(SlowForks slow) {
        ObjectNode node = scenario(slow.scenario());
        ObjectNode verdicts = node.putObject("verdicts");
        slow.verdicts()
                .forEach((verdict, said) -> verdicts.set(verdict.toString().replace(' ', '-'), rate(said)));
        node.set("warned", rate(slow.warned()));
        return node;
    }

    private static ObjectNode scenario(SimulatedScenario scenario) {
        return NODES.objectNode()
                .put("id", scenario.id())
                .put("paired", scenario.paired())
                .put("shape", scenario.shape().toString())
                .put("forks", scenario.forks())
                .put("candidateForks", scenario.candidateForks())
                .put("slowShare", scenario.slowShare())
                .put("share", scenario.share())
                .put("correlation", scenario.correlation())
                .put("forkDeviation", rounded(scenario.forkDeviation()))
                .put("iterationDeviation", rounded(scenario.iterationDeviation()));
    }

    private static ObjectNode rate(Rate rate) {
        return NODES.objectNode()
                .put("count", rate.count())
                .put("of", rate.of())
                .put("rate", rounded(rate.value()))
                .put("standardError", rounded(rate.standardError()));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    }
}
