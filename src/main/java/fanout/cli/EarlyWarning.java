package fanout.cli;

import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * From JDK 24 on the JVM warns of JMH's use of {@code sun.misc.Unsafe}, once a process, in four lines.
 *
 * <p>Tested by {@code fanout.jar.RunJarIT}.
 */
final class EarlyWarning {
    private EarlyWarning() {}

    /** Has it come now, if it comes at all, and not in the middle of a line that shows progress. */
    static void print() {
        try {
            Class.forName(BenchmarkParams.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("it is on the class path", e);
        }
    }
}
