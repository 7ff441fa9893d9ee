package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One command line, run in this JVM.
 *
 * @param status the exit code
 */
record CommandLineSession(int status, String out, String err) {
    static CommandLineSession run(Path results, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Launcher(console, results).run(args);
        return new CommandLineSession(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs {@code compare}, which keeps no results. */
    static CommandLineSession compare(String... args) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(args));
        return run(Path.of("unused"), all.toArray(String[]::new));
    }

    /** Runs {@code compare --format json}, which must print no error. */
    static JsonNode compareToJson(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("--format", "json"));
        all.addAll(List.of(args));
        return compare(all.toArray(String[]::new)).json();
    }

    /** The JSON that was printed, if no error was. */
    JsonNode json() throws IOException {
        assertThat(err).isEmpty();
        return new ObjectMapper().readTree(out);
    }

    List<String> complaints() {
        return err.lines().toList();
    }
}
