package fanout.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.compare.Change;
import fanout.compare.Judgement;
import fanout.compare.MachineVerdict;
import fanout.results.BenchmarkKey;
import java.util.Collection;

/**
 * One verdict as JSON, and what it is about. A number that can't be had is null.
 *
 * <p>Tested by {@code fanout.report.JsonReportTest} and {@code fanout.report.GoldenReportTest}.
 */
final class JudgementJson {
    private JudgementJson() {}

    static ObjectNode of(Judgement judgement) {
        ObjectNode node = key(judgement.key());
        if (judgement.jvm() != null) {
            node.put("jvm", judgement.jvm());
        }
        node.put("metric", judgement.metric());
        node.put("unit", judgement.unit());
        node.put("baseline", judgement.baseline().name());
        node.put("candidate", judgement.candidate().name());
        number(node, "baselineScore", judgement.baseline().score());
        number(node, "candidateScore", judgement.candidate().score());
        node.put("baselineForks", judgement.baseline().forks());
        node.put("candidateForks", judgement.candidate().forks());
        node.put("paired", judgement.change().paired());
        if (judgement.change().looks() > 0) {
            node.put("looks", judgement.change().looks());
        }
        number(node, "change", judgement.change().estimate());
        ends(node, judgement.change().ci());
        if (judgement.verdict().rulesOut() && Double.isFinite(judgement.shown().low())) {
            ends(node.putObject("judgedBy").put("confidence", judgement.shown().confidence()), judgement.shown());
        }
        number(node, "p", judgement.change().p());
        number(node, "pAdjusted", judgement.change().pAdjusted());
        node.put("verdict", judgement.id());
        node.put("reason", judgement.reason());
        node.put("forksNeeded", judgement.forksNeeded());
        if (!judgement.machines().isEmpty()) {
            ArrayNode machines = node.putArray("machines");
            judgement.machines().forEach(each -> machines.add(of(judgement, each)));
        }
        node.set("warnings", strings(judgement.warnings()));
        return node;
    }

    private static ObjectNode of(Judgement judgement, MachineVerdict each) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("machine", each.name());
        node.put("baselineForks", each.baselineForks());
        node.put("candidateForks", each.candidateForks());
        node.put("paired", each.change().paired());
        number(node, "change", each.change().estimate());
        ends(node, each.change().ci());
        number(node, "p", each.change().p());
        node.put("verdict", judgement.word(each).replace(' ', '-'));
        return node;
    }

    /** Which benchmark it is. */
    static ObjectNode key(BenchmarkKey key) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("benchmark", key.benchmark());
        node.put("mode", key.mode());
        ObjectNode params = node.putObject("params");
        key.params().forEach(params::put);
        node.put("threads", key.threads());
        return node;
    }

    static ArrayNode strings(Collection<String> strings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        strings.forEach(array::add);
        return array;
    }

    private static void ends(ObjectNode node, Change.Interval interval) {
        ArrayNode ci = node.putArray("ci");
        add(ci, interval.low());
        add(ci, interval.high());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.addNull();
        }
    }
}
