package fanout.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;

/**
 * What JMH's own flags of the same names say, for all forks of a run.
 *
 * <p>Tested by {@code fanout.cli.ArmUsageTest}.
 *
 * @param modes {@code -bm}; null for the benchmark's own
 * @param threads {@code -t}; null for the benchmark's own
 * @param timeout {@code -to}; null for the benchmark's own
 * @param jvmArgs {@code -jvmArgs}, which come instead of those of the benchmark's {@code @Fork(jvmArgs)}; null for
 *     these
 * @param profilers {@code -prof}, each as {@code NAME} or {@code NAME:OPTIONS}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JmhFlags(String modes, String threads, String timeout, List<String> jvmArgs, List<String> profilers) {
    /** No flag is given. */
    public static final JmhFlags NONE = new JmhFlags(null, null, null, null, null);

    private static final String MODES = "thrpt, avgt, sample, ss, all";

    /** @throws IllegalArgumentException if JMH can't use a value; the message names the flag */
    public JmhFlags {
        if (modes != null && !Stream.of(modes.split(",", -1)).allMatch(JmhFlags::isMode)) {
            throw new IllegalArgumentException("-bm is " + modes + ", must be one of " + MODES);
        }
        if (threads != null && !threads.matches("[1-9]\\d{0,4}|max")) {
            throw new IllegalArgumentException("-t is " + threads + ", must be 1 or more, or max");
        }
        IterationOptions.requireTime("-to", timeout);
        jvmArgs = jvmArgs == null ? null : List.copyOf(jvmArgs);
        profilers = profilers == null ? List.of() : List.copyOf(profilers);
    }

    private static boolean isMode(String name) {
        try {
            Mode.deepValueOf(name);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** The words of JMH's command line that select benchmarks, and that a fork needs. */
    public List<String> words() {
        List<String> words = new ArrayList<>(forFork());
        add(words, "-bm", modes);
        return words;
    }

    /** The words that a fork needs, but for its mode, its profilers and the arguments of its JVM. */
    List<String> forFork() {
        List<String> words = new ArrayList<>();
        add(words, "-t", threads);
        add(words, "-to", timeout);
        return words;
    }

    /** The same flags with every argument changed in this way. */
    JmhFlags with(UnaryOperator<String> change) {
        return new JmhFlags(
                modes,
                threads,
                timeout,
                jvmArgs == null ? null : jvmArgs.stream().map(change).toList(),
                profilers.stream().map(change).toList());
    }

    private static void add(List<String> words, String flag, String value) {
        if (value != null) {
            words.addAll(List.of(flag, value));
        }
    }
}
