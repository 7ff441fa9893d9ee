package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} of a folder that holds many runs. */
class ReportHistoryTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#]+)\">");
    private static final Pattern PANEL = Pattern.compile("<figcaption[^>]*>([^<]*)");

    @TempDir
    Path results;

    private Path run(String name, String start, double level) {
        return new RunFiles(results.resolve(name), true)
                .jvm("17")
                .jvm("25")
                .forks("17", "a.Bench.one", Entry.forks(3, level, 1))
                .forks("25", "a.Bench.one", Entry.forks(3, level, 2))
                .eachFork("start", start)
                .write();
    }

    private CommandLineSession report(String... more) {
        return CommandLineSession.run(
                Path.of("unused"),
                Stream.concat(Stream.of("report", results.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .toList();
    }

    @Test
    void theHistoryDrawsEachBenchmarkOverTimeAndLinksEachRunsPage() throws IOException {
        run("2026-01", "2026-01-05T10:00:00Z", 10);
        run("deeper/in it/2026-02 #1", "2026-02-05T10:00:00Z", 12);

        CommandLineSession session = report();

        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
        String html = Files.readString(results.resolve("report.html"));
        assertThat(all(PANEL, html)).containsExactly("one");
        assertThat(html).contains("2 runs on 1 machine", "2026-02-05 10:00");
        assertThat(all(LINK, html)).hasSize(2).allSatisfy(link -> {
            Path page = Path.of(results.resolve("report.html").toUri().resolve(URI.create(link)));
            assertThat(Files.readString(page)).contains("Is JDK 25 as fast as JDK 17?");
        });
    }

    /** Readers look for the latest run. */
    @Test
    void theLatestRunComesFirst() throws IOException {
        run("b", "2026-01-05T10:00:00Z", 10);
        run("a", "2025-01-05T10:00:00Z", 10);
        run("c", "2027-01-05T10:00:00Z", 10);

        report();

        assertThat(all(LINK, Files.readString(results.resolve("report.html"))))
                .containsExactly("./c/report.html", "./b/report.html", "./a/report.html");
    }

    @Test
    void anExistingPageOfARunIsNotChanged() throws IOException {
        Path page = Files.writeString(run("a", "2026-01-05T10:00:00Z", 10).resolve("report.html"), "mine");

        report();

        assertThat(page).hasContent("mine");
    }

    @Test
    void linksAreRelativeToThePage() throws IOException {
        run("a", "2026-01-05T10:00:00Z", 10);
        Files.createDirectories(results.resolve("pages"));

        report("--output", results.resolve("pages/all.html").toString());

        assertThat(all(LINK, Files.readString(results.resolve("pages/all.html"))))
                .containsExactly("./../a/report.html");
    }

    /** Runs with other iterations are another experiment, and a single run makes no line. */
    @Test
    void onlyRunsWithTheSameSettingsShareALine() throws IOException {
        run("a", "2026-01-05T10:00:00Z", 10);
        new RunFiles(results.resolve("b"), true)
                .jvm("17")
                .fork(1, "17", new Entry("a.Bench.one", Entry.forks(1, 10, 1)).with("warmupIterations", 50))
                .eachFork("start", "2026-02-05T10:00:00Z")
                .write();

        report();

        String html = Files.readString(results.resolve("report.html"));
        assertThat(all(PANEL, html)).isEmpty();
        assertThat(html).contains("No benchmark was measured in the same way in two runs yet", "2026-02-05 10:00");
    }

    @Test
    void anotherMachineIsAnotherPanel() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            new RunFiles(results.resolve(name), true)
                    .host(name.compareTo("c") < 0 ? "host1" : "host2")
                    .jvm("17")
                    .forks("17", "a.Bench.one", Entry.forks(3, 10, 1))
                    .eachFork("start", "2026-01-05T10:00:00Z")
                    .write();
        }

        report();

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("<small>on host1</small>", "<small>on host2</small>");
    }

    @Test
    void aBrokenRunIsReportedAndDoesNotHideTheOthers() throws IOException {
        run("a", "2026-01-05T10:00:00Z", 10);
        Path broken = Entry.write(results.resolve("b/manifest.json"), "{}");

        CommandLineSession session = report();

        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.complaints()).hasSize(1);
        assertThat(session.err()).contains(broken + ": has schema null");
        assertThat(Files.readString(results.resolve("report.html"))).contains("Not shown", "has schema null", "./a/");
    }
}
