package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that has ended.
 *
 * @param status its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Shell(int status, String out, String err) {
    private static final int PATIENCE_SECONDS = 120;

    /** Runs a command in {@code folder}, without input, and fails the test if it takes longer than two minutes. */
    public static Shell run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("fanout-out", ".txt");
            Path err = Files.createTempFile("fanout-err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertThat(ended).as("%s ended in time", command).isTrue();
            return new Shell(process.exitValue(), consumed(out), consumed(err));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines of standard error. */
    public List<String> complaints() {
        return err.lines().toList();
    }

    private static String consumed(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
