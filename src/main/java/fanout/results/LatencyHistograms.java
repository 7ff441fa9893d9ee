package fanout.results;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads the histograms of a fork's latencies, {@code forks/NNNN.hlog}, which are in HdrHistogram's log format. */
public final class LatencyHistograms {
    private LatencyHistograms() {}

    /**
     * The histograms by their tags; those of the same tag are added up.
     *
     * @param source the name for messages
     * @throws UnreadableResultsException if it is not such a log
     */
    public static SortedMap<String, Histogram> read(InputStream log, String source)
            throws IOException, UnreadableResultsException {
        byte[] bytes = log.readAllBytes();
        SortedMap<String, Histogram> histograms = new TreeMap<>();
        long read = 0;
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(bytes))) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                Histogram line = (Histogram) next;
                histograms.merge(line.getTag() == null ? "" : line.getTag(), line, LatencyHistograms::sum);
                read++;
                next = reader.nextIntervalHistogram();
            }
        } catch (RuntimeException e) { // the reader has no other way to say so
            throw new UnreadableResultsException(source, "is not a histogram log: " + e.getMessage());
        }
        long lines = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(LatencyHistograms::isData)
                .count();
        if (read != lines) { // nor does it say that a line is no histogram
            throw new UnreadableResultsException(
                    source, "is not a histogram log, or broken: " + read + " of " + lines + " lines can be read");
        }
        return histograms;
    }

    private static boolean isData(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"StartTimestamp\"");
    }

    /** Both together, with the precision of the first. */
    public static Histogram sum(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.setAutoResize(true);
        sum.add(other);
        return sum;
    }
}
