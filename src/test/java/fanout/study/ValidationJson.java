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
                        "forksNeeded",
                        study.promises().stream().map(ValidationJson::promise).toList())
                + section(
                        "groupWarnings",
                        study.warnings().stream().map(ValidationJson::warning).toList())
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

    private static ObjectNode warning(GroupWarning warning) {
        ObjectNode node = scenario(warning.scenario());
        node.set("fired", rate(warning.fired()));
        return node;
    }

    private static ObjectNode scenario(SimulatedScenario scenario) {
        return NODES.objectNode()
                .put("id", scenario.id())
                .put("paired", scenario.paired())
                .put("shape", scenario.shape().toString())
                .put("forks", scenario.forks())
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
