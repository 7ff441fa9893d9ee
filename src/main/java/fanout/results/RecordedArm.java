package fanout.results;

import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import fanout.record.JvmRecord;
import fanout.record.ServerRecord;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifest of a run says about one of its arms: its JVM and what that was started with.
 *
 * <p>Tested by {@code fanout.compare.ArmDifferencesTest}.
 *
 * @param jvm the JVM, whose {@link JvmRecord#arm} is not null
 * @param server which server Fanout's own benchmarks were measured against; null where it is not recorded
 * @param fanoutLibraries the libraries of Fanout's own benchmarks, {@code group:artifact} to version
 * @param fanoutJar the SHA-256 of the jar of Fanout's own benchmarks; empty where it is not known
 */
public record RecordedArm(
        JvmRecord jvm, ServerRecord server, SortedMap<String, String> fanoutLibraries, String fanoutJar) {
    /** The library whose version is that of JMH. */
    public static final String JMH = "org.openjdk.jmh:jmh-core";

    public RecordedArm {
        if (jvm.arm() == null) {
            throw new IllegalArgumentException(jvm.label() + ": nothing is recorded about this arm");
        }
        fanoutLibraries = Collections.unmodifiableSortedMap(new TreeMap<>(fanoutLibraries));
    }

    /** What the forks are started with, besides the JVM itself. */
    public ArmRecord arm() {
        return jvm.arm();
    }

    /**
     * Whether Fanout's own benchmarks are measured, with Fanout's libraries behind those of the class path. Benchmarks
     * that are in the class path itself see no others.
     */
    public boolean hasFanout() {
        return arm().benchmarkClasses().isEmpty();
    }

    /** The version of each library that the benchmarks see, by {@code group:artifact}. The first of two wins. */
    public SortedMap<String, String> libraries() {
        SortedMap<String, String> libraries = new TreeMap<>();
        for (ClassPathEntry entry : arm().classPath()) {
            entry.libraries().forEach(library -> libraries.putIfAbsent(name(library), version(library)));
        }
        if (hasFanout()) {
            fanoutLibraries.forEach(libraries::putIfAbsent);
        }
        return libraries;
    }

    /** The version of the JMH that measures; empty where it is not known. */
    public String jmhVersion() {
        return arm().jmhVersion().isEmpty() ? libraries().getOrDefault(JMH, "") : arm().jmhVersion();
    }

    /** The fingerprint of a benchmark's own class, if there is one; a nested class may be named either way. */
    public Optional<String> fingerprint(String type) {
        return arm().benchmarkClasses().entrySet().stream()
                .filter(each -> each.getKey().replace('$', '.').equals(type.replace('$', '.')))
                .map(SortedMap.Entry::getValue)
                .findFirst();
    }

    /** {@code group:artifact} of {@code group:artifact:version}. */
    public static String name(String library) {
        return library.substring(0, Math.max(0, library.lastIndexOf(':')));
    }

    private static String version(String library) {
        return library.substring(library.lastIndexOf(':') + 1);
    }
}
