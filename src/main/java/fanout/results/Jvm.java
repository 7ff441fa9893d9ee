package fanout.results;

import java.util.List;

/**
 * The JVM that a result was measured on.
 *
 * @param version {@code jdkVersion}, or {@code ""} in files of old JMH versions, which lack it
 * @param name {@code vmName}, or {@code ""}
 * @param args its arguments
 * @param jmhVersion the version of JMH that measured
 */
public record Jvm(String version, String name, List<String> args, String jmhVersion) {
    public Jvm {
        args = List.copyOf(args);
    }
}
