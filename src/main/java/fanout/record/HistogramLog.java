package fanout.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads the histograms of a fork's latencies, {@code forks/NNNN.hlog}, which are in HdrHistogram's log format. */
public final class HistogramLog {
    private HistogramLog() {}

    /**
     * Reads the histograms by their tags; those with the same tag are added up.
     *
     * @throws IOException if it is not such a log, or a line of it is broken; the message says why in one line, without
     *     the file's name
     */
    public static SortedMap<String, Histogram> read(byte[] log) throws IOException {
        SortedMap<String, Histogram> histograms = new TreeMap<>();
        long read = 0;
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log))) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                Histogram line = (Histogram) next;
                histograms.merge(line.getTag() == null ? "" : line.getTag(), line, HistogramLog::sum);
                read++;
                next = reader.nextIntervalHistogram();
            }
        } catch (RuntimeException e) { // the reader has no other way to report an error
            throw new IOException("is not a histogram log: " + e.getMessage(), e);
        }
        long lines = new String(log, StandardCharsets.UTF_8)
                .lines()
                .filter(HistogramLog::isData)
                .count();
        if (read != lines) { // the reader stops at a broken line without an error
            throw new IOException("is not a histogram log, or broken: " + read + " of " + lines + " lines can be read");
        }
        return histograms;
    }

    private static boolean isData(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"StartTimestamp\"");
    }

    /** The sum of both, with the precision of the first. */
    public static Histogram sum(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.setAutoResize(true);
        sum.add(other);
        return sum;
    }
}
