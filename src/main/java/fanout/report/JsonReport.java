package fanout.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.compare.Change;
import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code comparison.json}, schema {@value #SCHEMA}. A number that can't be had is null. */
final class JsonReport {
    static final String SCHEMA = "fanout-comparison/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Control characters that JSON does not escape, though they steer a terminal, too. */
    private static final Pattern C1 = Pattern.compile("[\\x7f-\\x9f]");

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    String render(Comparison comparison) {
        ObjectNode root = NODES.objectNode();
        root.put("schema", SCHEMA);
        root.put("by", comparison.by().toString());
        root.put("alpha", comparison.criteria().alpha());
        root.put("threshold", comparison.criteria().threshold());
        if (comparison.looks() > 0) {
            root.put("looks", comparison.looks());
        }
        root.put("baseline", comparison.baseline());
        root.set("candidates", strings(comparison.candidates()));
        ArrayNode environment = root.putArray("environment");
        comparison.resultSets().forEach(resultSet -> environment.add(environment(resultSet)));
        ArrayNode differences = ArmJson.differences(comparison);
        if (!differences.isEmpty()) {
            root.set("differences", differences);
        }
        root.set("warnings", strings(comparison.warnings()));
        root.set("onlyInBaseline", keys(comparison.onlyInBaseline()));
        root.set("onlyInCandidate", keys(comparison.onlyInCandidate()));
        if (!comparison.onlyInSome().isEmpty()) {
            ArrayNode some = root.putArray("onlyInSome");
            comparison.onlyInSome().forEach((key, arms) -> some.add(key(key).set("arms", strings(arms))));
        }
        ArrayNode benchmarks = root.putArray("benchmarks");
        comparison.judgements().forEach(judgement -> benchmarks.add(judgement(judgement)));
        try {
            return C1.matcher(WRITER.writeValueAsString(root))
                            .replaceAll(control -> String.format(Locale.ROOT, "\\\\u%04x", (int)
                                    control.group().charAt(0)))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode judgement(Judgement judgement) {
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
            judgedBy(node.putObject("judgedBy"), judgement.shown());
        }
        number(node, "p", judgement.change().p());
        number(node, "pAdjusted", judgement.change().pAdjusted());
        node.put("verdict", judgement.id());
        node.put("reason", judgement.reason());
        node.put("forksNeeded", judgement.forksNeeded());
        node.set("warnings", strings(judgement.warnings()));
        return node;
    }

    private static void judgedBy(ObjectNode node, Change.Interval interval) {
        node.put("confidence", interval.confidence());
        ends(node, interval);
    }

    private static void ends(ObjectNode node, Change.Interval interval) {
        ArrayNode ci = node.putArray("ci");
        add(ci, interval.low());
        add(ci, interval.high());
    }

    private static ObjectNode key(BenchmarkKey key) {
        ObjectNode node = NODES.objectNode();
        node.put("benchmark", key.benchmark());
        node.put("mode", key.mode());
        ObjectNode params = node.putObject("params");
        key.params().forEach(params::put);
        node.put("threads", key.threads());
        return node;
    }

    private static ObjectNode environment(ResultSet resultSet) {
        ObjectNode node = NODES.objectNode();
        node.put("name", resultSet.name());
        node.put("host", resultSet.hosts().isEmpty() ? null : String.join(", ", resultSet.hosts()));
        node.set("hosts", strings(resultSet.hosts()));
        node.put("control", resultSet.control());
        BenchmarkSamples first = resultSet.benchmarks().values().iterator().next();
        node.put("jdkVersion", first.jvm().version());
        node.put("vmName", first.jvm().name());
        node.set("jvmArgs", strings(first.jvm().args()));
        node.put("jmhVersion", first.jvm().jmhVersion());
        return node;
    }

    private static ArrayNode keys(Collection<BenchmarkKey> keys) {
        ArrayNode array = NODES.arrayNode();
        keys.forEach(key -> array.add(key(key)));
        return array;
    }

    private static ArrayNode strings(Collection<String> strings) {
        ArrayNode array = NODES.arrayNode();
        strings.forEach(array::add);
        return array;
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
