package fanout.cli;

import fanout.run.JvmFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptions;

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
     * The JVM of these options. If {@code -jvm} or one of {@code -jvmArgs}, {@code -jvmArgsPrepend} and
     * {@code -jvmArgsAppend} is given, it is started once, so that a wrong one is reported before a fork is.
     *
     * @throws UsageException if it can't be started, doesn't answer like a JVM, or is older than 17
     */
    static MeasuredJvm of(CommandLineOptions given) throws UsageException {
        List<String> options = new ArrayList<>(given.getJvmArgsPrepend().orElse(List.of()));
        options.addAll(given.getJvmArgs().orElse(List.of()));
        options.addAll(given.getJvmArgsAppend().orElse(List.of()));
        if (!given.getJvm().hasValue() && options.isEmpty()) {
            return host();
        }
        String executable = given.getJvm().orElse(host().java());
        String what = given.getJvm().hasValue() ? "-jvm " + executable : "-jvmArgs";
        if (Files.isDirectory(Path.of(executable))) {
            throw new UsageException(what + ": is a folder; name the java executable in it");
        }
        try {
            return new MeasuredJvm(executable, JvmFacts.of(executable, options).feature());
        } catch (IllegalArgumentException e) {
            throw new UsageException(what + ": " + e.getMessage(), e);
        }
    }
}
