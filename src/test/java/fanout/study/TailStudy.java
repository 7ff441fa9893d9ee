package fanout.study;

import fanout.record.HistogramLog;
import fanout.record.RunFolderReader;
import fanout.results.BenchmarkKey;
import fanout.results.ForkDetails;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import fanout.workload.DelaySpread;
import fanout.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * Shows how long whole batches take where some of their requests are slow, beside the best that any client could do:
 * the list schedule of the same delays, simulated. Writes {@code tail.md} from the run {@code
 * results/conditions/spread.zip}.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.TailStudy</pre>
 */
public final class TailStudy {
    static final Path RUN = Path.of("results", "conditions", "spread.zip");
    static final Path TABLE = RUN.resolveSibling("tail.md");

    private static final int SIMULATED_BATCHES = 10_000;
    private static final double[] PERCENTILES = {50, 90, 99, 100};
    private static final double NANOS_IN_A_MILLI = 1e6;

    private TailStudy() {}

    public static void main(String[] args) throws IOException, UnreadableResultsException {
        Files.writeString(TABLE, markdown());
    }

    static String markdown() throws IOException, UnreadableResultsException {
        SortedMap<String, SortedMap<String, Histogram>> bySpread = new TreeMap<>();
        SortedMap<String, BenchmarkKey> keys = new TreeMap<>();
        for (ForkDetails fork :
                RunFolderResults.open(RunFolderReader.of(RUN)).run().forks()) {
            BenchmarkKey key = fork.measured().get(0).key();
            String spread = key.params().get("delaySpread");
            keys.put(spread, key);
            bySpread.computeIfAbsent(spread, unknown -> new TreeMap<>())
                    .merge(key.method(), fork.latencies().get("batch"), HistogramLog::sum);
        }
        StringBuilder text = new StringBuilder();
        bySpread.forEach((spread, ways) -> section(text, keys.get(spread), ways));
        return text.toString();
    }

    private static void section(StringBuilder text, BenchmarkKey key, SortedMap<String, Histogram> ways) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append("| `").append(key.params().get("delaySpread"));
        text.append("`, ms | p50 | p90 | p99 | max | batches |\n|---|---:|---:|---:|---:|---:|\n");
        double[] simulated = simulated(key);
        row(text, "list schedule, simulated", percent -> percentile(simulated, percent), simulated.length);
        ways.forEach((way, times) -> row(
                text,
                "`" + way + "`",
                percent -> times.getValueAtPercentile(percent) / NANOS_IN_A_MILLI,
                times.getTotalCount()));
    }

    private static void row(StringBuilder text, String title, DoubleUnaryOperator percentile, long batches) {
        text.append("| ").append(title).append(" | ");
        for (double percent : PERCENTILES) {
            text.append(String.format(Locale.ROOT, "%.0f | ", percentile.applyAsDouble(percent)));
        }
        text.append(batches).append(" |\n");
    }

    private static double[] simulated(BenchmarkKey key) {
        Workload workload = new Workload(number(key, "requests"), number(key, "concurrency"));
        DelaySpread spread = DelaySpread.parse(key.params().get("delaySpread"));
        int delayMillis = number(key, "delayMillis");
        double[] millis = new double[SIMULATED_BATCHES];
        for (int i = 0; i < millis.length; i++) {
            long batch = i;
            millis[i] = workload.delayFloorMillis(id -> spread.millis(delayMillis, batch, id));
        }
        Arrays.sort(millis);
        return millis;
    }

    private static int number(BenchmarkKey key, String param) {
        return Integer.parseInt(key.params().get(param));
    }

    private static double percentile(double[] sorted, double percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }
}
