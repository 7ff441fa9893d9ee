package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.util.SampleBuffer;
import org.openjdk.jmh.util.Statistics;

/** The results agree with JMH's own {@link SampleTimeResult}, within the precision of the two. */
class LatencyResultTest {
    private static final Percentage PRECISION = Percentage.withPercentage(1);

    private final Histogram nanos = LatencyResult.newHistogram();
    private final SampleBuffer samples = new SampleBuffer();
    private final Random random = new Random(1);

    @Test
    void percentilesAgreeWithJmhsStatistics() {
        record(50_000);
        Statistics ours = result().getStatistics();
        Statistics jmhs =
                new SampleTimeResult(ResultRole.SECONDARY, "latency", samples, TimeUnit.MILLISECONDS).getStatistics();

        assertThat(ours.getN()).isEqualTo(jmhs.getN());
        assertThat(ours.getMean()).isCloseTo(jmhs.getMean(), PRECISION);
        assertThat(ours.getMin()).isCloseTo(jmhs.getMin(), PRECISION);
        assertThat(ours.getMax()).isCloseTo(jmhs.getMax(), PRECISION);
        assertThat(ours.getVariance()).isCloseTo(jmhs.getVariance(), PRECISION);
        assertThat(ours.getMeanErrorAt(0.999)).isCloseTo(jmhs.getMeanErrorAt(0.999), PRECISION);
        for (double rank : new double[] {0, 50, 90, 99, 99.9, 100}) {
            assertThat(ours.getPercentile(rank)).as("p%s", rank).isCloseTo(jmhs.getPercentile(rank), PRECISION);
        }
        double[] levels = {0, 1, 2, 4, 1000};
        int[] counts = ours.getHistogram(levels);
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i]).isCloseTo(jmhs.getHistogram(levels)[i], within(1000));
        }
    }

    @Test
    void severalResultsAreMergedRequestByRequest() {
        record(10_000);
        LatencyResult fast = new LatencyResult("latency", slower(1), TimeUnit.MILLISECONDS);
        LatencyResult slow = new LatencyResult("latency", slower(100), TimeUnit.MILLISECONDS);

        LatencyResult both = LatencyResult.merged(List.of(fast, slow, fast));

        assertThat(both.getSampleCount()).isEqualTo(30_000);
        assertThat(both.getStatistics().getPercentile(99))
                .isCloseTo(slow.getStatistics().getPercentile(97), Percentage.withPercentage(2));
        assertThat(both.getScore()).isCloseTo((2 * fast.getScore() + slow.getScore()) / 3, PRECISION);
        assertThat(fast.getSampleCount()).isEqualTo(10_000);
    }

    @Test
    void aResultHasPercentilesOfItsOwnAndSaysThatTheLoopIsClosed() {
        record(1000);
        assertThat(result().getDerivativeResults())
                .extracting(Result::getLabel)
                .containsExactly("latency:p0.50", "latency:p0.99", "latency:p0.999");
        assertThat(result().getScoreUnit()).isEqualTo("ms/request");
        assertThat(result().extendedInfo()).startsWith("  closed loop: ").contains("N = 1000");
    }

    private LatencyResult result() {
        return new LatencyResult("latency", nanos, TimeUnit.MILLISECONDS);
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            long value = (long) (1e6 * Math.exp(random.nextGaussian()));
            nanos.recordValue(value);
            samples.add(value);
        }
    }

    private Histogram slower(int factor) {
        Histogram slower = LatencyResult.newHistogram();
        nanos.recordedValues()
                .forEach(value -> slower.recordValueWithCount(
                        factor * value.getValueIteratedTo(), value.getCountAtValueIteratedTo()));
        return slower;
    }
}
