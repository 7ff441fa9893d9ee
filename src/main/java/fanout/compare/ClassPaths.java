package fanout.compare;

import fanout.compare.ArmDifference.What;
import fanout.record.ClassPathEntry;
import fanout.results.RecordedArm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files in which two class paths differ. A file is known by its content, so that another name makes no difference.
 *
 * <p>Tested by {@code fanout.compare.ArmDifferencesTest}.
 */
final class ClassPaths {
    private static final String OWN_JAR = "Fanout's own jar";

    private ClassPaths() {}

    /**
     * Adds the files. The jar of a single library is listed only if both arms have the same version of it with other
     * content, since the library is listed where its versions differ.
     */
    static void differences(RecordedArm from, RecordedArm to, List<ArmDifference> all) {
        ownJars(from, to, all);
        Map<String, ClassPathEntry> baseline = without(from, to);
        Map<String, ClassPathEntry> candidate = without(to, from);
        SortedMap<String, ArmDifference> files = new TreeMap<>();
        baseline.forEach((name, entry) -> files.put(name, difference(entry, candidate.get(name))));
        candidate.forEach((name, entry) -> files.putIfAbsent(name, difference(baseline.get(name), entry)));
        files.forEach((name, file) -> {
            boolean library =
                    baseline.containsKey(name) ? isLibrary(baseline.get(name)) : isLibrary(candidate.get(name));
            if (!library || sameVersions(baseline.get(name), candidate.get(name))) {
                all.add(file);
            }
        });
    }

    private static void ownJars(RecordedArm from, RecordedArm to, List<ArmDifference> all) {
        boolean known = from.hasFanout()
                && to.hasFanout()
                && !from.fanoutJar().isEmpty()
                && !to.fanoutJar().isEmpty();
        if (known && !from.fanoutJar().equals(to.fanoutJar())) {
            all.add(new ArmDifference(What.FILE, OWN_JAR, from.fanoutJar(), to.fanoutJar()));
        }
    }

    /** What the other lacks: by the library that it is the jar of, else by the file's name. */
    private static Map<String, ClassPathEntry> without(RecordedArm arm, RecordedArm other) {
        List<String> contents =
                other.arm().classPath().stream().map(ClassPaths::content).toList();
        Map<String, ClassPathEntry> without = new LinkedHashMap<>();
        arm.arm().classPath().stream()
                .filter(entry -> !contents.contains(content(entry)))
                .forEach(entry -> without.putIfAbsent(name(entry), entry));
        return without;
    }

    private static String content(ClassPathEntry entry) {
        return entry.sha256().isEmpty() ? entry.file() : entry.sha256();
    }

    private static boolean isLibrary(ClassPathEntry entry) {
        return entry.libraries().size() == 1;
    }

    private static String name(ClassPathEntry entry) {
        return isLibrary(entry) ? RecordedArm.name(entry.libraries().get(0)) : entry.file();
    }

    private static boolean sameVersions(ClassPathEntry from, ClassPathEntry to) {
        return from != null && to != null && from.libraries().equals(to.libraries());
    }

    private static ArmDifference difference(ClassPathEntry from, ClassPathEntry to) {
        return new ArmDifference(
                What.FILE,
                (to == null ? from : to).file(),
                from == null ? "" : content(from),
                to == null ? "" : content(to));
    }
}
