package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.Host;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    /** A run of one benchmark, on a host of which this is known. */
    private void runOn(String run, Host host, double level) {
        new RunFiles(results.resolve(run), true)
                .host(host)
                .jvm("17")
                .forks("17", "a.Bench.one", Entry.forks(3, level, 1))
                .eachFork("start", "2026-01-05T10:00:00Z")
                .write();
    }

    private static Host host(String name, String cpu, int cores, long mebibytes, String hypervisor) {
        return new Host(name, cpu, cores, mebibytes << 20, "6.1", "Debian", hypervisor);
    }

    /** Two virtual machines may both be called vm, and one kind of machine has a new name each day. */
    @Test
    void aMachineIsItsCpuCoresMemoryAndHypervisorWhateverItsName() throws IOException {
        runOn("a", host("vm", "Intel Xeon", 2, 24_105, "KVM"), 10);
        runOn("b", host("runner-7", "Intel(R) Xeon(R) Processor", 2, 24_104, "KVM"), 10);
        runOn("c", host("vm", "AMD EPYC", 2, 24_105, "KVM"), 20);
        runOn("d", host("vm", "AMD EPYC", 2, 24_105, "KVM"), 20);
        runOn("e", host("vm", "AMD EPYC", 4, 24_105, "KVM"), 20);
        runOn("f", host("vm", "AMD EPYC", 2, 50_000, "KVM"), 20);
        runOn("g", host("vm", "AMD EPYC", 2, 24_105, ""), 20);

        report();

        String html = Files.readString(results.resolve("report.html"));
        assertThat(html)
                .contains("7 runs on 5 machines")
                .contains("runner-7: Intel Xeon, 2 cores, 24 GiB, KVM", "vm: AMD EPYC, 2 cores, 24 GiB, KVM");
        assertThat(all(PANEL, html)).hasSize(2);
        assertThat(html)
                .contains("<small>on Intel Xeon, 2 cores, 24 GiB, KVM</small>")
                .contains("<small>on AMD EPYC, 2 cores, 24 GiB, KVM</small>");
    }

    /** Of the hosts of some folders no more is known. */
    @Test
    void aHostOfWhichOnlyTheNameIsKnownIsAMachineOfItsOwn() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            runOn(name, new Host(name.compareTo("c") < 0 ? "host1" : "host2", "", 0, 0, "", "", ""), 10);
        }

        report();

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("2 machines", "<td>host1</td>", "<small>on host1</small>", "<small>on host2</small>");
    }

    private static String day(int day) {
        return Instant.parse("2026-01-01T10:00:00Z").plus(Duration.ofDays(day)).toString();
    }

    /** {@code one} gets slower by a fifth in its seventh run, {@code two} never does. */
    private void nights(int runs, int slower) {
        for (int night = 0; night < runs; night++) {
            double noise = 1 + 0.01 * (night * 7 % 5);
            new RunFiles(results.resolve("run-" + night), true)
                    .jvm("25")
                    .forks("25", "a.Bench.one", Entry.forks(3, (night < slower ? 10 : 12) * noise, 1))
                    .forks("25", "a.Bench.two", Entry.forks(3, 20 * noise, 1))
                    .eachFork("start", day(night))
                    .write();
        }
    }

    @Test
    void theHistoryNamesWhatMovedAndSinceWhen() throws IOException {
        nights(14, 7);

        assertThat(report().status()).isZero();

        String html = Files.readString(results.resolve("report.html"));
        assertThat(html)
                .contains("Moved beyond its noise: one is 20.0 % slower since 2026-01-08. 14 runs on 1 machine.")
                .contains("What moved", "20.0 % slower</td>")
                .contains("a history raises a false alarm in at most 5 % of cases");
        assertThat(html.split("class=\"guide", -1))
                .as("the levels before and after")
                .hasSize(3);
        assertThat(html).doesNotContain("two is ");
    }

    @Test
    void aHistoryInWhichNothingMovesSaysSo() throws IOException {
        nights(14, 14);

        report();

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("Nothing moved beyond its noise. 14 runs")
                .doesNotContain("What moved");
    }

    @Test
    void aShortHistorySaysThatItIsTooShort() throws IOException {
        nights(6, 3);

        report();

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("No line has the 10 runs yet that it takes to tell a change from noise. 6 runs")
                .doesNotContain("What moved");
    }

    /** More operations a second is faster. */
    @Test
    void throughputThatRisesIsFaster() throws IOException {
        for (int night = 0; night < 12; night++) {
            double level = (night < 6 ? 10 : 30) * (1 + 0.01 * (night * 7 % 5));
            RunFiles run = new RunFiles(results.resolve("run-" + night), true).jvm("25");
            for (int round = 1; round <= 3; round++) {
                run.fork(
                        round,
                        "25",
                        new Entry("a.Bench.one", new double[] {level})
                                .with("mode", "thrpt")
                                .unit("ops/s"));
            }
            run.eachFork("start", day(night)).write();
        }

        report();

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("Moved beyond its noise: one is 3.01× faster since 2026-01-07.");
    }

    @Test
    void theTableHasVerdictsDurationAndTheQuickFlag() throws IOException {
        Path quick = new RunFiles(results.resolve("quick"), true)
                .jvm("17")
                .jvm("25")
                .forks("17", "a.Bench.one", Entry.forks(4, 10, 1))
                .forks("25", "a.Bench.one", Entry.forks(4, 20, 2))
                .forks("17", "a.Bench.two", Entry.forks(4, 10, 3))
                .forks("25", "a.Bench.two", Entry.forks(4, 10, 3))
                .eachFork("start", "2026-01-05T10:00:00Z")
                .eachFork("seconds", 125.0)
                .write();
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode manifest =
                (ObjectNode) mapper.readTree(quick.resolve("manifest.json").toFile());
        manifest.putObject("settings").putObject("shorter").put("warmupCount", 3);
        mapper.writeValue(quick.resolve("manifest.json").toFile(), manifest);
        run("full", "2026-01-06T10:00:00Z", 10);

        report();

        String html = Files.readString(results.resolve("report.html"));
        assertThat(html)
                .contains("quick</a> <small>quick</small>", "full</a></th>")
                .contains("<td class=\"number\" data-value=\"125\">2 min 5 s</td>")
                .contains("<td class=\"wordy\">1 slower, 1 inconclusive</td>");
    }

    /** A page that grew with each run would not open after a year. */
    @Test
    void threeHundredRunsMakeAPage() throws IOException {
        nights(300, 297);

        assertThat(report().status()).isZero();

        Path page = results.resolve("report.html");
        assertThat(Files.readString(page))
                .contains("one is 21.2 % slower since " + day(297).substring(0, 10) + ". 300 runs on 1 machine.");
        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(2 << 20));
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
