package fanout.compare;

import java.util.Locale;

/**
 * One thing in which two arms differ.
 *
 * <p>Tested by {@code fanout.compare.ArmDifferencesTest}.
 *
 * @param name what it is called: {@code JVM}, {@code options}, {@code JMH}, a library's {@code group:artifact}, or a
 *     file's name
 * @param baseline the baseline's version, options, or SHA-256 of the file; empty if it has none
 * @param candidate the candidate's; empty if it has none
 */
public record ArmDifference(What what, String name, String baseline, String candidate) {
    /** The kinds, in the order in which they are shown. */
    public enum What {
        JVM,
        OPTIONS,
        JMH,
        LIBRARY,
        FILE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
