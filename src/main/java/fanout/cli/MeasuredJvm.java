package fanout.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM that the forks run on.
 *
 * @param feature its feature version: 17, 25
 */
record MeasuredJvm(int feature) {
    private static final int OLDEST = 17;
    private static final int PATIENCE_SECONDS = 30;
    private static final int ENOUGH_BYTES = 1 << 16;
    private static final Pattern VERSION =
            Pattern.compile("^\\s*java\\.specification\\.version = (?:1\\.)?(\\d+)\\s*$", Pattern.MULTILINE);

    /** The JVM that this code runs on. */
    static MeasuredJvm host() {
        return new MeasuredJvm(Runtime.version().feature());
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
        Matcher version = VERSION.matcher(propertiesOf(executable));
        if (!version.find()) {
            throw new UsageException("-jvm " + executable + ": is not a JVM");
        }
        int feature = Integer.parseInt(version.group(1));
        if (feature < OLDEST) {
            throw new UsageException(
                    "-jvm " + executable + ": is Java " + feature + ", but " + OLDEST + " is the oldest that will do");
        }
        return new MeasuredJvm(feature);
    }

    private static String propertiesOf(String executable) throws UsageException {
        try {
            Process process = new ProcessBuilder(executable, "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .start();
            // Whatever the executable really is, it must not keep us waiting, nor fill the memory.
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            try (var output = process.getInputStream()) {
                process.getOutputStream().close();
                return new String(output.readNBytes(ENOUGH_BYTES), StandardCharsets.UTF_8);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UsageException("-jvm " + executable + ": is not a JVM (" + e.getMessage() + ")", e);
        }
    }
}
