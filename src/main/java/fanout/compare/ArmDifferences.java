package fanout.compare;

import fanout.compare.ArmDifference.What;
import fanout.record.JvmRecord;
import fanout.results.RecordedArm;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All in which a candidate differs from the baseline, as far as it is recorded. What both have alike is not in it.
 *
 * @param baseline its name
 * @param candidate its name
 * @param all in order; empty if the arms are alike
 */
public record ArmDifferences(String baseline, String candidate, List<ArmDifference> all) {
    public ArmDifferences {
        all = List.copyOf(all);
    }

    /** Those of each other result set from the baseline, if both say it; a control is the baseline once more. */
    static List<ArmDifferences> among(String baseline, List<ResultSet> resultSets) {
        return resultSets.stream()
                .filter(first -> first.name().equals(baseline) && first.arm() != null)
                .flatMap(first -> resultSets.stream()
                        .filter(other -> other != first && !other.control() && other.arm() != null)
                        .map(other -> of(first, other)))
                .toList();
    }

    /** The differences between two result sets that both say what their forks were started with. */
    static ArmDifferences of(ResultSet baseline, ResultSet candidate) {
        RecordedArm from = baseline.arm();
        RecordedArm to = candidate.arm();
        List<ArmDifference> all = new ArrayList<>();
        jvms(from.jvm(), to.jvm(), all);
        options(Options.of(from), Options.of(to), all);
        if (!from.jmhVersion().isEmpty() && !to.jmhVersion().isEmpty()) {
            add(What.JMH, "JMH", from.jmhVersion(), to.jmhVersion(), all);
        }
        libraries(from.libraries(), to.libraries(), all);
        ClassPaths.differences(from, to, all);
        return new ArmDifferences(baseline.name(), candidate.name(), all);
    }

    private static void add(What what, String name, String from, String to, List<ArmDifference> all) {
        if (!from.equals(to)) {
            all.add(new ArmDifference(what, name, from, to));
        }
    }

    /** The version says most; where it is the same, what else distinguishes two JVMs is added to it. */
    private static void jvms(JvmRecord from, JvmRecord to, List<ArmDifference> all) {
        Stream.<Function<JvmRecord, String>>of(
                        JvmRecord::version,
                        jvm -> jvm.version() + " of " + jvm.vendor(),
                        JvmRecord::vm,
                        jvm -> jvm.version() + " in " + jvm.home())
                .filter(property -> !Objects.equals(property.apply(from), property.apply(to)))
                .findFirst()
                .ifPresent(property -> add(What.JVM, "JVM", property.apply(from), property.apply(to), all));
    }

    /** Only those that the other lacks; all, if they differ in nothing but their order. */
    private static void options(Options from, Options to, List<ArmDifference> all) {
        if (!from.equals(to)) {
            Options baseline = from.without(to);
            Options candidate = to.without(from);
            boolean reordered = baseline.isEmpty() && candidate.isEmpty();
            add(
                    What.OPTIONS,
                    "options",
                    (reordered ? from : baseline).toString(),
                    (reordered ? to : candidate).toString(),
                    all);
        }
    }

    /** JMH itself has its own line. */
    private static void libraries(
            SortedMap<String, String> from, SortedMap<String, String> to, List<ArmDifference> all) {
        SortedSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        names.remove(RecordedArm.JMH);
        names.forEach(name -> add(What.LIBRARY, name, from.getOrDefault(name, ""), to.getOrDefault(name, ""), all));
    }
}
