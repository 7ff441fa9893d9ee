package fanout.host;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fork that a {@link ForkHost} is to run. What is null is left to the benchmark.
 *
 * @param benchmark class and method
 * @param mode JMH's name of it: {@code AverageTime}
 * @param params one value for each of its parameters
 * @param java the executable of the fork's JVM
 * @param firstArgs arguments of the fork's JVM, before those of the benchmark
 * @param jvmArgs arguments instead of those that the benchmark's {@code @Fork(jvmArgs)} names
 * @param lastArgs arguments after all others, which win where two say something else
 * @param flags words of JMH's own command line, such as {@code -wi 5 -t max}
 * @param profilers each as {@code NAME} or {@code NAME:OPTIONS}, in their order
 * @param turns how the fork takes turns
 */
public record ForkRequest(
        String benchmark,
        String mode,
        Map<String, String> params,
        String java,
        List<String> firstArgs,
        List<String> jvmArgs,
        List<String> lastArgs,
        List<String> flags,
        List<String> profilers,
        TurnOptions turns)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public ForkRequest {
        params = new TreeMap<>(params);
        firstArgs = new ArrayList<>(firstArgs);
        jvmArgs = jvmArgs == null ? null : new ArrayList<>(jvmArgs);
        lastArgs = new ArrayList<>(lastArgs);
        flags = new ArrayList<>(flags);
        profilers = new ArrayList<>(profilers);
    }
}
