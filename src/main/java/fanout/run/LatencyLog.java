package fanout.run;

import fanout.benchmark.LatencyResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * Writes histograms in HdrHistogram's own log format: one line for each fork and metric, each with a tag of its own.
 * The format is lossless (what was recorded is what is read), and any tool that knows it can merge lines.
 */
public final class LatencyLog {
    private LatencyLog() {}

    /**
     * The log of all forks of a run of JMH. A tag is, for example,
     * {@code a.B.method;mode=avgt;requests=1000;fork=1;metric=latency}.
     *
     * @return the file's content; empty if no benchmark recorded latencies
     */
    public static Optional<byte[]> of(Collection<RunResult> results) {
        List<Histogram> lines = new ArrayList<>();
        for (RunResult result : results) {
            int number = 0;
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                number++;
                for (LatencyResult latencies : Latencies.of(fork)) {
                    String tag = tag(result.getParams()) + ";fork=" + number + ";metric=" + latencies.getLabel();
                    lines.add(line(fork, latencies, tag));
                }
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(written(lines));
    }

    /** The log of one fork; the tags are the labels. */
    static Optional<byte[]> of(BenchmarkResult fork) {
        List<Histogram> lines = Latencies.of(fork).stream()
                .map(latencies -> line(fork, latencies, latencies.getLabel()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(written(lines));
    }

    /** The format allows neither commas nor spaces in a tag. */
    private static String tag(BenchmarkParams params) {
        String values = params.getParamsKeys().stream()
                .sorted()
                .map(name -> ";" + name + "=" + params.getParam(name))
                .collect(Collectors.joining());
        String tag = params.getBenchmark() + ";mode=" + params.getMode().shortLabel() + values;
        return tag.replaceAll("[,\\s]", "_");
    }

    private static Histogram line(BenchmarkResult fork, LatencyResult latencies, String tag) {
        Histogram histogram = latencies.nanos().copy();
        histogram.setTag(tag);
        boolean dated = fork.getMetadata() != null;
        histogram.setStartTimeStamp(dated ? fork.getMetadata().getMeasurementTime() : 0);
        histogram.setEndTimeStamp(dated ? fork.getMetadata().getStopTime() : 0);
        return histogram;
    }

    private static byte[] written(List<Histogram> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(stream);
            writer.outputLogFormatVersion();
            writer.outputComment(
                    "Times of single requests, or batches, in ns, Interval_Max in ms. Closed loop: a request is sent"
                            + " when an earlier one has ended.");
            writer.outputComment(
                    "latency: from permit held to answer parsed; sojourn: from the start of the batch on; batch: of all"
                            + " its requests.");
            writer.outputComment(startTime(lines));
            writer.outputLegend();
            lines.forEach(writer::outputIntervalHistogram);
        }
        return bytes.toByteArray();
    }

    /** Replaces the writer's own comment, which contains the date in the time zone of this machine. */
    private static String startTime(List<Histogram> lines) {
        long millis =
                lines.stream().mapToLong(Histogram::getStartTimeStamp).min().orElse(0);
        return String.format(
                Locale.ROOT, "[StartTime: %.3f (seconds since epoch), %s]", millis / 1e3, Instant.ofEpochMilli(millis));
    }
}
