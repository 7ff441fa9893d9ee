package fanout.study;

import fanout.study.FloorTable.Column;
import fanout.testing.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows every way to fan out under every condition, as a multiple of the floor: writes {@code tables.md} from the
 * comparisons in {@code results/conditions}. results/README.md says how those were made.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.ConditionStudy</pre>
 */
public final class ConditionStudy {
    static final Path FOLDER = Path.of("results", "conditions");
    static final Path TABLES = FOLDER.resolve("tables.md");

    /** The parameter by which the columns of a file differ, and the unit of its values. */
    private static final Map<String, String> UNITS =
            Map.of("delayMillis", " ms", "payloadBytes", " bytes", "concurrency", " in flight");

    private ConditionStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(TABLES, markdown());
    }

    static String markdown() throws IOException {
        StringBuilder text = new StringBuilder();
        section(text, "No delay", byJvm("delay0-embedded", "embedded"), byJvm("delay0-forked", "forked"));
        section(text, "Delay 10 ms", byJvm("delay10-embedded", "embedded"), byJvm("delay10-forked", "forked"));
        section(text, "Other delays, JDK 25", byParam("delay1", "delayMillis"), byParam("delay50", "delayMillis"));
        section(text, "Concurrency, JDK 25", byParam("concurrency", "concurrency"));
        text.append("\n### TLS, JDK 25\n\n")
                .append(TlsTable.read(Published.file("conditions/tls.zip", "25.json"))
                        .markdown());
        section(text, "The first batch of a fresh JVM", byJvm("cold", "cold"));
        section(text, "A payload of 1 MiB, JDK 25, machine D", byParam("payload-1m", "payloadBytes"));
        return text.toString();
    }

    @SafeVarargs
    private static void section(StringBuilder text, String title, List<Column>... columns) {
        List<Column> all = new ArrayList<>();
        for (List<Column> some : columns) {
            all.addAll(some);
        }
        text.append(text.isEmpty() ? "" : "\n").append("### ").append(title).append("\n\n");
        text.append(new FloorTable(all).markdown());
    }

    private static List<Column> byJvm(String name, String title) throws IOException {
        List<FloorRatio> ratios = FloorRatio.readAll(FOLDER.resolve(name + ".json"));
        return ratios.stream()
                .map(FloorRatio::jvm)
                .distinct()
                .map(jvm -> new Column(
                        title + ", JDK " + jvm,
                        ratios.stream().filter(ratio -> ratio.jvm().equals(jvm)).toList()))
                .toList();
    }

    private static List<Column> byParam(String name, String param) throws IOException {
        List<FloorRatio> ratios = FloorRatio.readAll(FOLDER.resolve(name + ".json"));
        return ratios.stream()
                .map(ratio -> Integer.parseInt(ratio.params().get(param)))
                .distinct()
                .sorted()
                .map(value -> new Column(
                        value + UNITS.get(param),
                        ratios.stream()
                                .filter(ratio -> ratio.params().get(param).equals(String.valueOf(value)))
                                .toList()))
                .toList();
    }
}
