package fanout.run;

import fanout.record.ArmRecord;
import fanout.record.JvmRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JVM that a run measures.
 *
 * @param label its name in the results, and that of its file; letters, digits, {@code . _ + -}
 * @param home its {@code JAVA_HOME}
 * @param facts what it reports of itself
 * @param control whether it is the baseline's JVM a second time
 */
public record TestedJvm(String label, Path home, JvmFacts facts, boolean control) {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");
    private static final Set<String> TAKEN = Set.of("manifest", "comparison");

    /** @throws IllegalArgumentException if the label can't be the name of a file in the run's folder */
    public TestedJvm {
        if (!LABEL.matcher(label).matches() || TAKEN.contains(label.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("label '" + label
                    + "' must be letters, digits, '.', '_', '+' or '-', at most 64,"
                    + " and neither manifest nor comparison");
        }
    }

    /** Its {@code java} executable. */
    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** The same JVM a second time. */
    public TestedJvm asControl() {
        return new TestedJvm(label + "-control", home, facts, true);
    }

    /**
     * Its record in the manifest, with the user's home directory and name hidden.
     *
     * @param flags the flags of its forks
     */
    public JvmRecord toRecord(List<String> flags) {
        Privacy privacy = Privacy.ofThisUser();
        return new JvmRecord(
                label,
                control,
                facts.version(),
                facts.vendor(),
                facts.vm(),
                facts.gc(),
                facts.maxHeapBytes(),
                flags.stream().map(privacy::hide).toList(),
                privacy.hide(home.toString()),
                ArmRecord.PLAIN);
    }
}
