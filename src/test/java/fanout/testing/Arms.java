package fanout.testing;

import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What made-up arms are started with. */
public final class Arms {
    private Arms() {}

    /** A JVM with these options, and Fanout's own class path. */
    public static ArmRecord options(String... options) {
        return new ArmRecord(List.of(options), null, null, null);
    }

    /** These files in front of Fanout's own class path. */
    public static ArmRecord classPath(ClassPathEntry... entries) {
        return new ArmRecord(null, List.of(entries), null, null);
    }

    /** The same with benchmarks in the class path, by class. */
    public static ArmRecord suite(String jmh, Map<String, String> classes, ClassPathEntry... entries) {
        return new ArmRecord(null, List.of(entries), jmh, new TreeMap<>(classes));
    }

    /**
     * A file of a class path.
     *
     * @param content stands for its SHA-256
     * @param libraries as {@code group:artifact:version}
     */
    public static ClassPathEntry file(String name, String content, String... libraries) {
        return new ClassPathEntry(name, content, List.of(libraries));
    }
}
