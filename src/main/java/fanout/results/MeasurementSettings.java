package fanout.results;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a benchmark that affect its score. Results with different settings are of different experiments.
 *
 * @param warmup iterations, time and batch size of the warm-up
 * @param measurement iterations, time and batch size of the measurement
 */
public record MeasurementSettings(Phase warmup, Phase measurement) {
    /**
     * @param count how many
     * @param time how long each, as JMH writes it: {@code 1 s}, {@code single-shot}
     * @param batchSize calls of the method in one op
     */
    public record Phase(int count, String time, int batchSize) {
        @Override
        public String toString() {
            return count + " x " + time + (batchSize == 1 ? "" : ", batch size " + batchSize);
        }
    }

    /** The differences, each in a few words; empty if there are none. */
    public List<String> differences(MeasurementSettings other) {
        List<String> differences = new ArrayList<>();
        if (!warmup.equals(other.warmup)) {
            differences.add("warm-up " + warmup + " against " + other.warmup);
        }
        if (!measurement.equals(other.measurement)) {
            differences.add("measurement " + measurement + " against " + other.measurement);
        }
        return differences;
    }

    @Override
    public String toString() {
        return "warm-up " + warmup + ", measurement " + measurement;
    }
}
