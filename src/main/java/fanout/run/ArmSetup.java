package fanout.run;

import fanout.record.ArmRecord;
import fanout.record.JvmRecord;
import fanout.selection.ClassPath;
import fanout.selection.JmhSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the forks of an arm are started with.
 *
 * @param label its name in the results, and that of its file; letters, digits, {@code . _ + -}
 * @param home the {@code JAVA_HOME} of its JVM
 * @param facts what this JVM reports of itself, with the options
 * @param options those of the JVM that this arm alone has
 * @param suite its own class path, which comes before Fanout's, and the benchmarks in it
 * @param control whether it is the baseline a second time
 */
public record ArmSetup(String label, Path home, JvmFacts facts, List<String> options, JmhSuite suite, boolean control) {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");
    private static final Set<String> TAKEN = Set.of("manifest", "comparison");

    /** @throws IllegalArgumentException if the label can't be the name of a file in the run's folder */
    public ArmSetup {
        requireLabel(label);
        options = List.copyOf(options);
    }

    /** @throws IllegalArgumentException if it can't be the name of a file in the run's folder */
    public static void requireLabel(String label) {
        if (!LABEL.matcher(label).matches() || TAKEN.contains(label.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("label '" + label
                    + "' must be letters, digits, '.', '_', '+' or '-', at most 64,"
                    + " and neither manifest nor comparison");
        }
    }

    /** A JVM that is measured as it is. */
    static ArmSetup plain(String label, Path home, JvmFacts facts) {
        return new ArmSetup(label, home, facts, List.of(), JmhSuite.NONE, false);
    }

    /** The {@code java} executable of its JVM. */
    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** Its own class path. */
    public ClassPath classPath() {
        return suite.classPath();
    }

    /** The same setup a second time. */
    public ArmSetup asControl() {
        return new ArmSetup(label + "-control", home, facts, options, suite, true);
    }

    /**
     * Its record in the manifest, with the user's home directory and name hidden.
     *
     * @param flags the flags of the forks of all arms
     * @param benchmarks class and method of all that is measured
     */
    public JvmRecord toRecord(List<String> flags, List<String> benchmarks) {
        Privacy privacy = Privacy.ofThisUser();
        List<String> all = new ArrayList<>(flags);
        all.addAll(options);
        return new JvmRecord(
                label,
                control,
                facts.version(),
                facts.vendor(),
                facts.vm(),
                facts.gc(),
                facts.maxHeapBytes(),
                all.stream().map(privacy::hide).toList(),
                privacy.hide(home.toString()),
                new ArmRecord(
                        options.stream().map(privacy::hide).toList(),
                        ClassPathEntries.of(classPath()),
                        suite.jmhVersion(),
                        suite.fingerprints(benchmarks)));
    }
}
