package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.testing.CompleteRun;
import fanout.testing.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Folders that no {@code run} has written: in each of them one field of the manifest, or one file of a fork, is
 * changed. {@code compare}, {@code report} and {@code run --resume} each refuse what they can't use, with one line, and
 * ignore all other changes.
 */
class UnusualRunFolderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path run;
    private static Outcome usualComparison;
    private static Outcome usualPage;
    private static Outcome usualResume;

    private Path changed;
    private byte[] before;

    /** @param text what was printed or, of a page, what is in it but for the raw data */
    private record Outcome(int status, String text) {
        /**
         * The outcome in the words of the table.
         *
         * @param usual the outcome of the unchanged folder
         */
        String comparedWith(Outcome usual) {
            if (equals(usual)) {
                return "same";
            }
            if (status == ExitCode.OK) {
                return "other";
            }
            return status == ExitCode.USAGE && text.lines().count() == 1 ? text : "crash";
        }
    }

    @BeforeAll
    static void writeTheUsualRun() throws IOException {
        run = CompleteRun.write(folder.resolve("run"));
        usualComparison = compare();
        usualPage = report();
        usualResume = resume();
    }

    @AfterEach
    void restoreTheChangedFile() throws IOException {
        Files.deleteIfExists(changed);
        if (before != null) {
            Files.write(changed, before);
        }
    }

    /** @param field of the manifest, as a JSON pointer; or the name of a file in {@code forks} */
    @ParameterizedTest
    @CsvFileSource(resources = "unusual-run-folders.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
    void anUnusualFolderIsReadOrRefused(String field, String value, String compare, String report, String resume)
            throws IOException {
        change(field, value);
        List<String> starts = List.of(compare, report, resume);
        List<String> outcomes = List.of(
                compare().comparedWith(usualComparison),
                report().comparedWith(usualPage),
                resume().comparedWith(usualResume));

        assertThat(IntStream.range(0, starts.size())
                        .mapToObj(i -> outcomes.get(i).startsWith(starts.get(i)) ? starts.get(i) : outcomes.get(i)))
                .containsExactlyElementsOf(starts);
    }

    private void change(String field, String value) throws IOException {
        boolean ofManifest = field.startsWith("/");
        changed =
                ofManifest ? run.resolve("manifest.json") : run.resolve("forks").resolve(field);
        before = Files.exists(changed) ? Files.readAllBytes(changed) : null;
        Entry.write(changed, ofManifest ? changedManifest(JsonPointer.compile(field), value) : value);
    }

    private String changedManifest(JsonPointer field, String value) throws IOException {
        JsonNode root = MAPPER.readTree(before);
        JsonNode parent = root.at(field.head());
        String name = field.last().getMatchingProperty();
        if (value.equals("absent")) {
            ((ObjectNode) parent).remove(name);
        } else if (parent.isArray()) {
            ((ArrayNode) parent).set(Integer.parseInt(name), MAPPER.readTree(value));
        } else {
            ((ObjectNode) parent).set(name, MAPPER.readTree(value));
        }
        return root.toString();
    }

    private static Outcome compare() throws IOException {
        return outcome(CommandLineSession.compare("--format", "json", "--fail-on", "never", run.toString()));
    }

    private static Outcome report() throws IOException {
        Path page = folder.resolve("page.html");
        CommandLineSession session = session("report", "--output", page.toString(), run.toString());
        return session.status() == ExitCode.OK
                ? new Outcome(session.status(), Files.readString(page).replaceAll("base64,[^\"]*", ""))
                : outcome(session);
    }

    private static Outcome resume() {
        return outcome(session("run", "--resume", run.toString()));
    }

    private static CommandLineSession session(String... args) {
        return CommandLineSession.run(folder.resolve("results"), args);
    }

    /** The outcome without the path of the folder. */
    private static Outcome outcome(CommandLineSession session) {
        String text = session.status() == ExitCode.OK ? session.out() : session.err();
        return new Outcome(
                session.status(),
                text.replace(run + "/", "")
                        .replace(run.toString(), "RUN")
                        .replaceFirst("^fanout: ", "")
                        .strip());
    }
}
