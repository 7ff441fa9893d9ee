package fanout.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.compare.Comparison;
import fanout.compare.Verdict;
import fanout.record.BuildProperties;
import fanout.record.Host;
import fanout.record.ServerRecord;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code comparison.json}, schema {@value #SCHEMA}. A number that can't be had is null. What each key means is said in
 * {@code fanout/compare/comparison.schema.json} of the resources.
 */
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
        root.putObject("tool").put("name", "fanout").put("version", BuildProperties.version());
        root.put("by", comparison.by().toString());
        root.put("alpha", comparison.criteria().alpha());
        root.put("confidence", 1 - comparison.criteria().alpha());
        root.put("threshold", comparison.criteria().threshold());
        root.put("changeUnit", "ratio");
        if (comparison.looks() > 0) {
            root.put("looks", comparison.looks());
        }
        root.put("baseline", comparison.baseline());
        root.set("candidates", JudgementJson.strings(comparison.candidates()));
        root.set("verdicts", verdicts(comparison));
        root.set("machines", machines(comparison));
        ArrayNode environment = root.putArray("environment");
        comparison.resultSets().forEach(resultSet -> environment.add(environment(resultSet)));
        ArrayNode differences = ArmJson.differences(comparison);
        if (!differences.isEmpty()) {
            root.set("differences", differences);
        }
        root.set("warnings", JudgementJson.strings(comparison.warnings()));
        root.set("onlyInBaseline", keys(comparison.onlyInBaseline()));
        root.set("onlyInCandidate", keys(comparison.onlyInCandidate()));
        if (!comparison.onlyInSome().isEmpty()) {
            ArrayNode some = root.putArray("onlyInSome");
            comparison
                    .onlyInSome()
                    .forEach((key, arms) -> some.add(JudgementJson.key(key).set("arms", JudgementJson.strings(arms))));
        }
        ArrayNode benchmarks = root.putArray("benchmarks");
        comparison.judgements().forEach(judgement -> benchmarks.add(JudgementJson.of(judgement)));
        try {
            return C1.matcher(WRITER.writeValueAsString(root))
                            .replaceAll(control -> String.format(Locale.ROOT, "\\\\u%04x", (int)
                                    control.group().charAt(0)))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode verdicts(Comparison comparison) {
        ObjectNode counts = NODES.objectNode();
        for (Verdict verdict : Verdict.values()) {
            counts.put(
                    verdict.toString().replace(' ', '-'),
                    comparison.scores().stream()
                            .filter(judgement -> judgement.verdict() == verdict)
                            .count());
        }
        return counts;
    }

    private static ArrayNode machines(Comparison comparison) {
        ArrayNode machines = NODES.arrayNode();
        comparison.resultSets().stream()
                .flatMap(resultSet -> resultSet.machines().stream())
                .distinct()
                .sorted(ResultSet.BY_NAME)
                .forEach(host -> machines.add(machine(host)));
        return machines;
    }

    /** What is not known of a machine is left out. */
    private static ObjectNode machine(Host host) {
        ObjectNode node = NODES.objectNode().put("name", host.name());
        put(node, "cpu", host.cpu());
        if (host.cores() > 0) {
            node.put("cores", host.cores());
        }
        if (host.memoryBytes() > 0) {
            node.put("memoryBytes", host.memoryBytes());
        }
        put(node, "hypervisor", host.hypervisor());
        put(node, "os", host.os());
        put(node, "kernel", host.kernel());
        return node;
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static ObjectNode environment(ResultSet resultSet) {
        ObjectNode node = NODES.objectNode();
        node.put("name", resultSet.name());
        node.put("host", resultSet.hosts().isEmpty() ? null : String.join(", ", resultSet.hosts()));
        node.set("hosts", JudgementJson.strings(resultSet.hosts()));
        node.put("control", resultSet.control());
        BenchmarkSamples first = resultSet.benchmarks().values().iterator().next();
        node.put("jdkVersion", first.jvm().version());
        node.put("vmName", first.jvm().name());
        node.set("jvmArgs", JudgementJson.strings(first.jvm().args()));
        node.put("jmhVersion", first.jvm().jmhVersion());
        if (resultSet.arm() != null && resultSet.arm().server() != null) {
            node.set("server", server(resultSet.arm().server()));
        }
        return node;
    }

    private static ObjectNode server(ServerRecord server) {
        ObjectNode node = NODES.objectNode();
        node.set("where", JudgementJson.strings(server.where()));
        node.put("arm", server.arm().isEmpty() ? null : server.arm());
        node.put("version", server.version().isEmpty() ? null : server.version());
        node.put("vm", server.vm().isEmpty() ? null : server.vm());
        node.put("text", ServerSentences.phrase(server));
        return node;
    }

    private static ArrayNode keys(Collection<BenchmarkKey> keys) {
        ArrayNode array = NODES.arrayNode();
        keys.forEach(key -> array.add(JudgementJson.key(key)));
        return array;
    }
}
