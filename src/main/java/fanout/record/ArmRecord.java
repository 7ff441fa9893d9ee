package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the forks of one arm are started with, besides the JVM itself. Neither the user's name nor the home directory
 * appears in it.
 *
 * @param options those that this arm alone has, without its class path
 * @param classPath what this arm has in front of Fanout's own class path, in that order
 * @param jmhVersion that of the JMH in this class path, which measures the benchmarks in it; empty if there is none
 * @param benchmarkClasses the SHA-256 of the class files of each measured benchmark class in this class path, by name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArmRecord(
        List<String> options,
        List<ClassPathEntry> classPath,
        String jmhVersion,
        SortedMap<String, String> benchmarkClasses) {
    /** The arm of a JVM that is measured as it is. */
    public static final ArmRecord PLAIN = new ArmRecord(null, null, null, null);

    public ArmRecord {
        options = options == null ? List.of() : List.copyOf(options);
        classPath = classPath == null ? List.of() : List.copyOf(classPath);
        jmhVersion = Absent.orEmpty(jmhVersion);
        benchmarkClasses = benchmarkClasses == null ? new TreeMap<>() : new TreeMap<>(benchmarkClasses);
        benchmarkClasses = Collections.unmodifiableSortedMap(benchmarkClasses);
    }
}
