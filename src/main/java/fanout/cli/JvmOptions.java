package fanout.cli;

import fanout.run.JvmFacts;
import fanout.run.TestedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the JVMs that {@code --jvm} names. */
final class JvmOptions {
    private JvmOptions() {}

    /**
     * The JVMs of a run, in the order given; without any, the one that this code runs on.
     *
     * @param flags each {@code LABEL=JAVA_HOME}
     * @param arguments those that the forks will get, before the benchmark's own
     * @throws UsageException if one is missing, not a JVM, too old, or named like another
     */
    static List<TestedJvm> of(List<String> flags, boolean control, List<String> arguments) throws UsageException {
        List<TestedJvm> jvms = new ArrayList<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (equals < 1 || equals == flag.length() - 1) {
                throw new UsageException("--jvm " + flag + ": must be LABEL=JAVA_HOME");
            }
            jvms.add(at(flag.substring(0, equals), Path.of(flag.substring(equals + 1)), "--jvm " + flag, arguments));
        }
        if (jvms.isEmpty()) {
            String label = String.valueOf(Runtime.version().feature());
            jvms.add(at(label, Path.of(System.getProperty("java.home")), "this JVM", arguments));
        }
        if (control) {
            jvms.add(jvms.get(0).asControl());
        }
        requireDistinct(jvms);
        return jvms;
    }

    /**
     * One JVM.
     *
     * @param what it is called in messages
     */
    static TestedJvm at(String label, Path home, String what, List<String> arguments) throws UsageException {
        Path java = home.resolve("bin").resolve("java");
        if (!Files.isExecutable(java)) {
            throw new UsageException(what + ": no JDK there (there is no bin/java in it)");
        }
        try {
            return new TestedJvm(label, home.toAbsolutePath(), JvmFacts.of(java.toString(), arguments), false);
        } catch (IllegalArgumentException e) {
            throw new UsageException(what + ": " + e.getMessage(), e);
        }
    }

    /** Some file systems don't distinguish upper case from lower case. */
    private static void requireDistinct(List<TestedJvm> jvms) throws UsageException {
        Set<String> labels = new HashSet<>();
        for (TestedJvm jvm : jvms) {
            if (!labels.add(jvm.label().toLowerCase(Locale.ROOT))) {
                throw new UsageException("--jvm: two JVMs are labelled " + jvm.label());
            }
        }
    }
}
