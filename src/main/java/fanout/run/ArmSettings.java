package fanout.run;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An arm as the command line names it, so that a run can be resumed.
 *
 * @param label its name in the results
 * @param home the {@code JAVA_HOME} of its JVM
 * @param options those of the JVM, without its class path
 * @param classPath what {@code -cp} names; empty if it is not given
 */
public record ArmSettings(String label, String home, List<String> options, List<String> classPath) {
    public ArmSettings {
        options = options == null ? List.of() : List.copyOf(options);
        classPath = classPath == null ? List.of() : List.copyOf(classPath);
    }

    /** The same arm with every text changed in this way, but for its label. */
    ArmSettings with(UnaryOperator<String> change) {
        return new ArmSettings(
                label,
                change.apply(home),
                options.stream().map(change).toList(),
                classPath.stream().map(change).toList());
    }
}
