package fanout.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The times of single requests of a fork, in ns: most are close to each other, one in two hundred is late.
 *
 * @param latency from permit held to answer parsed
 * @param sojourn from the start of the batch on
 */
record SampleLatencies(Histogram latency, Histogram sojourn) {
    private static final int DRAWN = 2000;
    private static final int EACH = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Those of batches of 1000 requests, 40 at a time.
     *
     * @param millis how long a batch takes
     * @param floor how much of it all are made to wait
     */
    static SampleLatencies of(double millis, double floor, Random random) {
        Histogram latency = new Histogram(2);
        Histogram sojourn = new Histogram(2);
        for (int i = 0; i < DRAWN; i++) {
            double late = random.nextInt(200) == 0 ? 2 + 6 * random.nextDouble() : 1;
            double own = (millis - floor) * 0.94 * Math.exp(0.25 * random.nextGaussian()) * late;
            double request = (floor + own) * 40 / 1000;
            latency.recordValueWithCount((long) (request * NANOS_PER_MILLI), EACH);
            double before = millis * random.nextDouble();
            sojourn.recordValueWithCount((long) ((before + request) * NANOS_PER_MILLI), EACH);
        }
        return new SampleLatencies(latency, sojourn);
    }

    /** HdrHistogram's log format, as a run writes it. */
    String log(Instant start, Instant end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(stream);
            writer.outputLogFormatVersion();
            writer.outputComment("Times of single requests in ns, Interval_Max in ms.");
            writer.outputLegend();
            write(writer, latency, "latency", start, end);
            write(writer, sojourn, "sojourn", start, end);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(HistogramLogWriter writer, Histogram histogram, String tag, Instant start, Instant end) {
        histogram.setTag(tag);
        histogram.setStartTimeStamp(start.toEpochMilli());
        histogram.setEndTimeStamp(end.toEpochMilli());
        writer.outputIntervalHistogram(histogram);
    }

    /** Adds to JMH's JSON the means and three percentiles of each iteration, which are close to those of the fork. */
    void addTo(Entry entry, double... iterations) {
        double mean = DoubleStream.of(iterations).average().orElseThrow();
        double[] relative = DoubleStream.of(iterations).map(each -> each / mean).toArray();
        addTo(entry, "latency", latency, relative);
        addTo(entry, "sojourn", sojourn, relative);
    }

    private static void addTo(Entry entry, String label, Histogram histogram, double... relative) {
        entry.secondaryOfOneFork(label, "ms/request", around(histogram.getMean(), relative));
        entry.secondaryOfOneFork(label + ":p0.50", "ms/request", around(histogram.getValueAtPercentile(50), relative));
        entry.secondaryOfOneFork(label + ":p0.99", "ms/request", around(histogram.getValueAtPercentile(99), relative));
        entry.secondaryOfOneFork(
                label + ":p0.999", "ms/request", around(histogram.getValueAtPercentile(99.9), relative));
    }

    private static double[] around(double nanos, double... relative) {
        return DoubleStream.of(relative)
                .map(each -> each * nanos / NANOS_PER_MILLI)
                .toArray();
    }
}
