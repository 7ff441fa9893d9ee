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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command line, run in this JVM.
 *
 * @param status the exit code
 * @param err standard error without the notes
 * @param notes what was said there of folders without checksums, as made-up and older ones are
 */
record CommandLineSession(int status, String out, String err, List<String> notes) {
    private static final Pattern NOTE = Pattern.compile("fanout: .* can't be verified, since .*\\R");

    /** A session that says nothing of missing checksums. */
    CommandLineSession(int status, String out, String err) {
        this(status, out, err, List.of());
    }

    static CommandLineSession run(Path results, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Launcher(console, results).run(args);
        Matcher notes = NOTE.matcher(err.toString(StandardCharsets.UTF_8));
        return new CommandLineSession(
                status,
                out.toString(StandardCharsets.UTF_8),
                notes.replaceAll(""),
                notes.reset().results().map(note -> note.group().strip()).toList());
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
