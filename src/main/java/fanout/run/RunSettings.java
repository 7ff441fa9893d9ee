package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Mode;

/**
 * What was asked for, as far as it decides what is measured, but for the JVMs. The manifest keeps it, so that a run can
 * go on as it was begun.
 *
 * @param benchmarks regular expressions
 * @param params what {@code -p} was given
 * @param rounds forks of each arm
 * @param order how they follow each other
 * @param alive how many may be alive at once
 * @param control whether the baseline's JVM is measured a second time
 * @param seed of all shuffling
 * @param iterations of each fork, as they were given
 * @param shorter what they leave open, where a benchmark warms up and measures more than one op: a quick run's own
 * @param serverJvm {@code JAVA_HOME} of a forked server; empty for that of each arm
 * @param jvmArgs arguments of each fork, before the benchmark's own
 */
public record RunSettings(
        List<String> benchmarks,
        Map<String, List<String>> params,
        int rounds,
        ForkOrder order,
        int alive,
        boolean control,
        long seed,
        IterationOptions iterations,
        IterationOptions shorter,
        String serverJvm,
        List<String> jvmArgs) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public RunSettings {
        benchmarks = List.copyOf(benchmarks);
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        jvmArgs = List.copyOf(jvmArgs);
        shorter = shorter == null ? IterationOptions.OF_THE_BENCHMARK : shorter;
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds is " + rounds + ", must be 1 or more");
        }
        if (alive < 1) {
            throw new IllegalArgumentException("--alive is " + alive + ", must be 1 or more");
        }
    }

    /** @throws JsonProcessingException if this version does not understand all of them */
    static RunSettings read(JsonNode json) throws JsonProcessingException {
        return MAPPER.treeToValue(json, RunSettings.class);
    }

    /** For the manifest. */
    public JsonNode toJson() {
        return MAPPER.valueToTree(this);
    }

    /** Those of a benchmark in this mode: a single shot is of a JVM that is cold, and nothing but a flag warms it up. */
    public IterationOptions iterationsOf(Mode mode) {
        return mode == Mode.SingleShotTime ? iterations : iterations.orElse(shorter);
    }

    /** The same without the user's home and name. */
    public RunSettings hidden(Privacy privacy) {
        return with(privacy::hide);
    }

    /** The same as it was before it was hidden. */
    public RunSettings revealed(Privacy privacy) {
        return with(privacy::reveal);
    }

    private RunSettings with(UnaryOperator<String> change) {
        return new RunSettings(
                benchmarks,
                params,
                rounds,
                order,
                alive,
                control,
                seed,
                iterations,
                shorter,
                change.apply(serverJvm),
                jvmArgs.stream().map(change).toList());
    }
}
