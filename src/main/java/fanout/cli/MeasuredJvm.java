package fanout.cli;

import fanout.run.JvmFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM that the forks of {@code -jvm} run on.
 *
 * @param java its executable
 * @param feature its feature version: 17, 25
 */
record MeasuredJvm(String java, int feature) {
    /** The JVM that this code runs on. */
    static MeasuredJvm host() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new MeasuredJvm(java, Runtime.version().feature());
    }

    /**
     * Asks a {@code java} executable for its version.
     *
     * @throws UsageException if it can't be started, doesn't answer like a JVM, or is older than 17
     */
    static MeasuredJvm at(String executable) throws UsageException {
        if (Files.isDirectory(Path.of(executable))) {
            throw new UsageException("-jvm " + executable + ": is a folder; name the java executable in it");
        }
        try {
            return new MeasuredJvm(
                    executable, JvmFacts.of(executable, List.of()).feature());
        } catch (IllegalArgumentException e) {
            throw new UsageException("-jvm " + executable + ": " + e.getMessage(), e);
        }
    }
}
