package fanout.results;

import java.util.ArrayList;
import java.util.List;

/**
 * How a benchmark was run, as far as it bears on the score: results that differ here are of different experiments.
 *
 * @param warmup iterations, time and batch size of the warm-up
 * @param measurement iterations, time and batch size of the measurement
 */
public record Settings(Iterations warmup, Iterations measurement) {
    /**
     * @param count how many
     * @param time how long each, as JMH writes it: {@code 1 s}, {@code single-shot}
     * @param batchSize calls of the method in one op
     */
    public record Iterations(int count, String time, int batchSize) {
        @Override
        public String toString() {
            return count + " x " + time + (batchSize == 1 ? "" : ", batch size " + batchSize);
        }
    }

    /** What differs, each in a few words; empty if nothing does. */
    public List<String> differences(Settings other) {
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
