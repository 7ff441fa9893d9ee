package fanout.cli;

import static fanout.cli.EarlierFolders.MEASURED;
import static fanout.cli.EarlierFolders.NOT_BEGUN;
import static fanout.cli.EarlierFolders.expected;
import static fanout.cli.EarlierFolders.folder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** {@code report} makes a page of a folder that any earlier commit wrote. */
class EarlierFoldersPageTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @FieldSource("fanout.cli.EarlierFolders#MEASURED")
    void hasTheVerdictsOfCompare(String name) throws IOException {
        String text = text(page(name));

        assertThat(scores(expected(name + ".md")))
                .isNotEmpty()
                .allSatisfy(score -> assertThat(text).contains(score.get(6) + " " + score.get(4) + " " + score.get(5)));
    }

    @ParameterizedTest
    @FieldSource("fanout.cli.EarlierFolders#MEASURED")
    void hasTheFactsOfTheManifest(String name) throws IOException {
        JsonNode manifest = EarlierFolders.manifest(name);
        List<String> facts = new ArrayList<>(List.of(manifest.at("/host/cpu").asText()));
        facts.addAll(manifest.findValuesAsText("version"));
        manifest.get("dependencies").forEach(version -> facts.add(version.asText()));
        manifest.get("leftOut").forEach(line -> facts.add(line.asText()));

        assertThat(text(page(name))).contains(facts);
    }

    @ParameterizedTest
    @CsvSource({
        "first, false, false",
        "forks-in-turn, false, false",
        "quick, false, false",
        "histograms, true, false",
        "tls, true, false",
        "today, true, true",
        "jmh-order, false, true",
        "interrupted, true, true"
    })
    void hasThePlotsThatTheFolderHasTheDataFor(String name, boolean latency, boolean warmup) throws IOException {
        String page = page(name);

        assertThat(page.contains("<section id=\"latency\"")).isEqualTo(latency);
        assertThat(page.contains("<section id=\"warmup\"")).isEqualTo(warmup);
    }

    @Test
    void theHistoryHasAllThatHaveMeasured() throws IOException {
        Path copy = temporary.resolve("folders");
        copy(copy);

        CommandLineSession session = session("report", copy.toString());

        assertThat(session.complaints())
                .containsExactly("fanout: " + copy.resolve(NOT_BEGUN) + ": no fork of this run has ended well yet");
        assertThat(Files.readString(copy.resolve("report.html")))
                .contains(MEASURED.stream()
                        .map(name -> "\"./" + name + "/report.html\"")
                        .toList());
    }

    private String page(String name) throws IOException {
        Path page = temporary.resolve("page.html");
        CommandLineSession session =
                session("report", "--output", page.toString(), folder(name).toString());
        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
        return Files.readString(page);
    }

    private CommandLineSession session(String... arguments) {
        return CommandLineSession.run(temporary, arguments);
    }

    /** The cells of those rows of the Markdown table that are of a score, and of no other metric. */
    private static List<List<String>> scores(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| benchmark "))
                .map(line -> List.of(line.substring(2).split(" \\| | \\|$")))
                .filter(cells -> !cells.get(0).contains(":"))
                .toList();
    }

    /** What a reader of the page sees. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** The pages of a history are written into the folders. */
    private static void copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(EarlierFolders.ALL)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(EarlierFolders.ALL.relativize(file)));
            }
        }
    }
}
