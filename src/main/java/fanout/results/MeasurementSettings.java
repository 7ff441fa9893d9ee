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
     * @param count how many; {@value #LEARNED} if the run learned it, round by round
     * @param time how long each, as JMH writes it: {@code 1 s}, {@code single-shot}
     * @param batchSize calls of the method in one op
     */
    public record Phase(int count, String time, int batchSize) {
        /** The count of a phase that has as many iterations as the run found worth it. */
        public static final int LEARNED = -1;

        /** The same phase of a run that learned how many iterations it takes. */
        Phase learned() {
            return new Phase(LEARNED, time, batchSize);
        }

        @Override
        public String toString() {
            return (count == LEARNED ? "as many as learned" : count) + " x " + time
                    + (batchSize == 1 ? "" : ", batch size " + batchSize);
        }
    }

    /** The same settings, but the numbers of iterations are learned. */
    MeasurementSettings learned() {
        return new MeasurementSettings(warmup.learned(), measurement.learned());
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
