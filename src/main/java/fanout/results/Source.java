package fanout.results;

import java.util.List;
import java.util.Optional;

/**
 * What one file or folder holds.
 *
 * @param name the file or folder, for messages
 * @param jvms those of a run, in its manifest's order; empty for JMH's files, which tell nothing of a run
 * @param jar what tells the benchmarks' jar of a run from others; empty where that is not known
 * @param turns whether the forks of a round took turns
 * @param arms one a JVM or a file that has results, the baseline's first; empty if no fork of a run ended well
 * @param warnings what went wrong when it was measured
 */
public record Source(
        String name, List<RunManifest.Jvm> jvms, String jar, boolean turns, List<Arm> arms, List<String> warnings) {
    public Source {
        jvms = List.copyOf(jvms);
        arms = List.copyOf(arms);
        warnings = List.copyOf(warnings);
    }

    /** JMH's files. */
    public static Source ofFiles(String name, List<Arm> arms) {
        return new Source(name, List.of(), "", false, arms, List.of());
    }

    /** The same source with other results. */
    public Source with(List<Arm> others) {
        return new Source(name, jvms, jar, turns, others, warnings);
    }

    public boolean isRun() {
        return !jvms.isEmpty();
    }

    /** The results of one JVM, if it has any. */
    Optional<Arm> arm(String label) {
        return arms.stream().filter(arm -> arm.name().equals(label)).findFirst();
    }
}
