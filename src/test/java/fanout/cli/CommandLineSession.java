package fanout.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One command line, run in this JVM.
 *
 * @param status the exit code
 */
record CommandLineSession(int status, String out, String err) {
    static CommandLineSession run(Path results, Preflight preflight, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Launcher(console, preflight, results).run(args);
        return new CommandLineSession(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> complaints() {
        return err.lines().toList();
    }
}
