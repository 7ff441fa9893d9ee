package fanout.record;

import java.util.List;
import java.util.stream.Stream;

/**
 * The options of an arm's JVM.
 *
 * <p>Tested by {@code fanout.cli.ArmUsageTest}.
 */
public final class JvmOptions {
    private JvmOptions() {}

    /** The values that they give to a system property, in their order; a JVM takes the last one. */
    public static Stream<String> values(List<String> options, String property) {
        String flag = "-D" + property + "=";
        return options.stream()
                .filter(option -> option.startsWith(flag))
                .map(option -> option.substring(flag.length()));
    }
}
