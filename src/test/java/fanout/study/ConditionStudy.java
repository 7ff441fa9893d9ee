package fanout.study;

import fanout.client.Strategy;
import fanout.study.FloorTable.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows every way to fan out under every condition, most as a multiple of the floor: writes {@code tables.md} from the
 * comparisons in {@code results/conditions}. results/README.md says how those were made.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.ConditionStudy</pre>
 */
public final class ConditionStudy {
    static final Path FOLDER = Path.of("results", "conditions");
    static final Path TABLES = FOLDER.resolve("tables.md");

    /** The JDK's client again, beside the floor: it was still compiling when it was measured with the others. */
    private static final Path LONG_WARM_UP = FOLDER.resolve("long-warm-up");

    private static final String JDK_CLIENT = Strategy.JDK_HTTP_CLIENT.toString();

    private ConditionStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(TABLES, String.join("\n", sections()));
    }

    /** The tables, each with its heading. */
    static List<String> sections() throws IOException {
        return List.of(
                section(
                        "Delay",
                        again("no delay", "hosts", "hosts", "1"),
                        column("1 ms", "delay1", "delayMillis", "1"),
                        column("10 ms", "spread", "delaySpread", "none")),
                section(
                        "Delays that differ",
                        column("`lognormal:1`", "spread", "delaySpread", "lognormal:1"),
                        column("`stragglers:1:100`", "spread", "delaySpread", "stragglers:1:100")),
                section(
                        "Payload",
                        again("10 KiB", "payload-10k", "payloadBytes", "10240"),
                        again("1 MiB", "payload-1m", "payloadBytes", "1048576")),
                section(
                        "Concurrency",
                        again("1 in flight", "concurrency", "concurrency", "1"),
                        again("40", "hosts", "hosts", "1"),
                        again("200", "concurrency", "concurrency", "200"),
                        again("1000", "concurrency", "concurrency", "1000")),
                section("TLS", parameter("tls").markdown()),
                section("Hosts", parameter("hosts-by-hosts").markdown()),
                section(
                        "Cores",
                        column("one core for all", "one-core", "concurrency", "40"),
                        again("two cores for all", "hosts", "hosts", "1"),
                        column("a core each", "own-core", "concurrency", "40")),
                section("Other libraries", column("time", "libraries", "concurrency", "40")),
                section("The first batch of a fresh JVM", byJvm("cold", "")),
                section(
                        "Two JDKs, no delay, machine C",
                        Stream.concat(byJvm("delay0-embedded", "embedded, "), byJvm("delay0-forked", "forked, "))),
                section(
                        "Two JDKs, 10 ms, machine C",
                        Stream.concat(byJvm("delay10-embedded", "embedded, "), byJvm("delay10-forked", "forked, "))),
                section("50 ms, machine C", byJvm("delay50", "")));
    }

    private static String section(String title, Column... columns) {
        return section(title, Stream.of(columns));
    }

    private static String section(String title, Stream<Column> columns) {
        return section(title, new FloorTable(columns.toList()).markdown());
    }

    private static String section(String title, String table) {
        return "### " + title + "\n\n" + table;
    }

    /** A condition, from the comparison in which a parameter has this value. */
    private static Column column(String title, String name, String parameter, String value) throws IOException {
        return new Column(title, ratios(FOLDER, name, parameter, value));
    }

    /** The same, with the JDK's client as it was when it was measured again. */
    private static Column again(String title, String name, String parameter, String value) throws IOException {
        Stream<FloorRatio> others = ratios(FOLDER, name, parameter, value).stream()
                .filter(ratio -> !ratio.strategy().equals(JDK_CLIENT));
        Stream<FloorRatio> again = ratios(LONG_WARM_UP, name, parameter, value).stream();
        return new Column(title, Stream.concat(others, again).toList());
    }

    private static List<FloorRatio> ratios(Path folder, String name, String parameter, String value)
            throws IOException {
        return FloorRatio.readAll(folder.resolve(name + ".json")).stream()
                .filter(ratio -> ratio.params().get(parameter).equals(value))
                .toList();
    }

    private static ParameterTable parameter(String name) throws IOException {
        return ParameterTable.read(FOLDER.resolve(name + ".json"))
                .with(ParameterTable.read(LONG_WARM_UP.resolve(name + ".json")), JDK_CLIENT);
    }

    private static Stream<Column> byJvm(String name, String title) throws IOException {
        List<FloorRatio> ratios = FloorRatio.readAll(FOLDER.resolve(name + ".json"));
        return ratios.stream()
                .map(FloorRatio::jvm)
                .distinct()
                .map(jvm -> new Column(
                        title + "JDK " + jvm,
                        ratios.stream().filter(ratio -> ratio.jvm().equals(jvm)).toList()));
    }
}
