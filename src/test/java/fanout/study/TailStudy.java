package fanout.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.client.Strategy;
import fanout.testing.Published;
import fanout.workload.DelaySpread;
import fanout.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Shows how long batches take whose answers have delays that differ, and what they would take for the delays alone:
 * the percentiles that were measured, beside those of a simulation in which nothing else takes time. Writes
 * {@code results/conditions/tail.md}.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.TailStudy</pre>
 */
public final class TailStudy {
    static final Path TABLES = ConditionStudy.FOLDER.resolve("tail.md");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DELAY_MILLIS = 10;
    private static final int SIMULATED_BATCHES = 20_000;

    private TailStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(TABLES, String.join("\n", tables()));
    }

    /** The tables: of a thousand calls there are too few batches for their 99th percentile. */
    static List<String> tables() throws IOException {
        Workload thousand = new Workload(1000, 40);
        Workload hundred = new Workload(100, 100);
        return List.of(
                table("spread", thousand, "lognormal:1", "0.50", "0.90"),
                table("spread", thousand, "stragglers:1:100", "0.50", "0.90"),
                table("tail-100", hundred, "stragglers:1:100", "0.50", "0.90", "0.99"));
    }

    private static String table(String run, Workload workload, String spread, String... percentiles)
            throws IOException {
        List<String> header = new ArrayList<>(List.of(
                workload.requests() + " requests, " + workload.concurrency() + " in flight, `" + spread + "`", "mean"));
        for (String percentile : percentiles) {
            header.add("p" + percentile.substring(2));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells("the delays alone", simulated(workload, DelaySpread.parse(spread), percentiles)));
        JsonNode entries = MAPPER.readTree(Published.file("conditions/" + run + ".zip", "25.json"));
        for (Strategy strategy : Strategy.values()) {
            for (JsonNode entry : entries) {
                if (entry.get("benchmark").asText().endsWith("." + strategy)
                        && entry.at("/params/delaySpread").asText().equals(spread)) {
                    rows.add(cells("`" + strategy + "`", measured(entry, percentiles)));
                }
            }
        }
        return Markdown.table(header, rows);
    }

    private static List<String> cells(String name, DoubleStream millis) {
        List<String> cells = new ArrayList<>(List.of(name));
        millis.forEach(value -> cells.add(String.format(Locale.ROOT, "%.1f", value)));
        return cells;
    }

    /** In ms, all forks' batches together. */
    private static DoubleStream measured(JsonNode entry, String... percentiles) {
        JsonNode metrics = entry.get("secondaryMetrics");
        return DoubleStream.concat(
                DoubleStream.of(metrics.requiredAt("/batch/score").asDouble()),
                Arrays.stream(percentiles)
                        .mapToDouble(percentile -> metrics.requiredAt("/batch:p" + percentile + "/score")
                                .asDouble()));
    }

    /** In ms. */
    private static DoubleStream simulated(Workload workload, DelaySpread spread, String... percentiles) {
        long[] millis = LongStream.range(0, SIMULATED_BATCHES)
                .map(batch -> workload.delayFloorMillis(id -> spread.millis(DELAY_MILLIS, batch, id)))
                .sorted()
                .toArray();
        return DoubleStream.concat(
                DoubleStream.of(LongStream.of(millis).average().orElseThrow()),
                Arrays.stream(percentiles)
                        .mapToDouble(percentile -> millis[(int) (Double.parseDouble(percentile) * millis.length)]));
    }
}
