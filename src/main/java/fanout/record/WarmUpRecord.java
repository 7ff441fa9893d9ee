package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long the forks of a benchmark warm up, in a run that learns it.
 *
 * @param benchmark class and method
 * @param mode JMH's short name
 * @param params those of the benchmark
 * @param learnedInRound the round whose warm-up showed its end; null if none did so far
 * @param iterations of the warm-up of the next fork
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record WarmUpRecord(
        String benchmark, String mode, SortedMap<String, String> params, Integer learnedInRound, int iterations) {
    public WarmUpRecord {
        benchmark = Absent.orEmpty(benchmark);
        mode = Absent.orEmpty(mode);
        params = Collections.unmodifiableSortedMap(params == null ? new TreeMap<>() : new TreeMap<>(params));
    }
}
