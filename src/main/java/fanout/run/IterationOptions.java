package fanout.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * How many iterations each fork has and how long they are, where that differs from the benchmark's own.
 *
 * @param warmupCount iterations of the warm-up, 0 or more; null for the benchmark's own
 * @param warmupTime the time of each, as {@code 1s} or {@code 250ms}; null for the benchmark's own
 * @param measurementCount measured iterations, 1 or more; null for the benchmark's own
 * @param measurementTime the time of each; null for the benchmark's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IterationOptions(
        Integer warmupCount, String warmupTime, Integer measurementCount, String measurementTime) {
    /** The benchmark's own iterations. */
    public static final IterationOptions OF_THE_BENCHMARK = new IterationOptions(null, null, null, null);

    /** @throws IllegalArgumentException if a number is too small, or a time is not one; the message names the flag */
    public IterationOptions {
        if (warmupCount != null && warmupCount < 0) {
            throw new IllegalArgumentException("-wi is " + warmupCount + ", must be 0 or more");
        }
        if (measurementCount != null && measurementCount < 1) {
            throw new IllegalArgumentException("-i is " + measurementCount + ", must be 1 or more");
        }
        requireTime("-w", warmupTime);
        requireTime("-r", measurementTime);
    }

    static void requireTime(String flag, String time) {
        if (time != null && !time.matches("[1-9]\\d{0,6}(ms|s|m)")) {
            throw new IllegalArgumentException(flag + " is " + time + ", must be a time such as 500ms or 1s");
        }
    }

    /** These options, where they are not null; else the others. */
    public IterationOptions orElse(IterationOptions other) {
        return new IterationOptions(
                warmupCount == null ? other.warmupCount : warmupCount,
                warmupTime == null ? other.warmupTime : warmupTime,
                measurementCount == null ? other.measurementCount : measurementCount,
                measurementTime == null ? other.measurementTime : measurementTime);
    }

    /** The words of JMH's command line that say so. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, "-wi", warmupCount);
        add(words, "-w", warmupTime);
        add(words, "-i", measurementCount);
        add(words, "-r", measurementTime);
        return words;
    }

    private static void add(List<String> words, String flag, Object value) {
        if (value != null) {
            words.addAll(List.of(flag, value.toString()));
        }
    }
}
