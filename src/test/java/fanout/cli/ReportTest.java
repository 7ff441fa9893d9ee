package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report} as a command; {@link ReportPageTest} looks at its pages in a browser. */
class ReportTest {
    private static final Pattern DOWNLOAD =
            Pattern.compile("download=\"([^\"]+)\" href=\"data:([^;]+);base64,([^\"]*)\"");

    @TempDir
    Path folder;

    private static CommandLineSession report(Object... args) {
        String[] words = new String[args.length + 1];
        words[0] = "report";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        return CommandLineSession.run(Path.of("unused"), words);
    }

    private static Path run(Path folder, String... jvms) {
        RunFiles run = new RunFiles(folder, true);
        for (int i = 0; i < jvms.length; i++) {
            run.jvm(jvms[i]);
            run.forks(jvms[i], "a.Bench.one", nearly(0.001 * i, Entry.forks(3, 10 + 5 * i, 1)));
            run.forks(jvms[i], "a.Bench.two", nearly(0.001 * i, Entry.forks(3, 20, 2)));
        }
        return run.write();
    }

    /** Forks whose times differ from the given ones by a little, and not all by the same. */
    private static double[][] nearly(double little, double[]... forks) {
        return IntStream.range(0, forks.length)
                .mapToObj(fork -> Arrays.stream(forks[fork])
                        .map(score -> score * (1 + little * fork))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static String page(CommandLineSession session) throws IOException {
        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
        return Files.readString(Path.of(session.out().strip()));
    }

    @Test
    void thePageIsWrittenIntoTheFolderOfTheRun() throws IOException {
        Path run = run(folder.resolve("nightly"), "17", "25");

        CommandLineSession session = report(run);

        assertThat(session.out())
                .isEqualToIgnoringNewLines(run.resolve("report.html").toString());
        assertThat(page(session))
                .startsWith("<!doctype html>")
                .contains("<h1>Is JDK 25 as fast as JDK 17?</h1>", "JDK 25 is slower than JDK 17: one ", "Run nightly");
    }

    @Test
    void thePageIsWrittenToTheOutputThatIsGiven() throws IOException {
        Path run = run(folder.resolve("a"), "17");
        Path page = folder.resolve("elsewhere.html");

        assertThat(page(report(run, "--output", page))).contains("<h1>Which");

        assertThat(run.resolve("report.html")).doesNotExist();
    }

    @Test
    void thePageIsTheSameForTheSameFolder() throws IOException {
        Path run = run(folder.resolve("a"), "17", "25");

        assertThat(page(report(run))).isEqualTo(page(report(run)));
    }

    /** The data in the page are enough to come to the same verdicts. */
    @Test
    void thePageHoldsTheRawData() throws IOException {
        Path run = run(folder.resolve("nightly"), "17", "25");

        Matcher download = DOWNLOAD.matcher(page(report(run)));

        assertThat(download.find()).isTrue();
        assertThat(download.group(1)).isEqualTo("nightly.zip");
        unpack(Base64.getDecoder().decode(download.group(3).replace("&#x3D;", "=")), folder.resolve("unpacked"));
        Path unpacked = folder.resolve("unpacked/nightly");
        assertThat(unpacked.resolve("manifest.json")).hasSameBinaryContentAs(run.resolve("manifest.json"));
        assertThat(CommandLineSession.compareToJson("--fail-on", "never", unpacked.toString())
                        .get("benchmarks"))
                .isEqualTo(CommandLineSession.compareToJson("--fail-on", "never", run.toString())
                        .get("benchmarks"));
    }

    private static void unpack(byte[] bytes, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    @Test
    void oneBenchmarkOnOneJvmIsShownWithoutAComparison() throws IOException {
        Path run = new RunFiles(folder, true)
                .jvm("17")
                .forks("17", "a.Bench.one", Entry.forks(1, 10, 1))
                .write();

        assertThat(page(report(run))).contains("There is nothing to compare", "<td class=\"number\" title=\"-\">10");
    }

    @Test
    void failedForksAreListedOnThePage() throws IOException {
        Path run = new RunFiles(folder, true)
                .jvm("17")
                .jvm("25")
                .forks("17", "a.Bench.one", Entry.forks(3, 10, 1))
                .forks("25", "a.Bench.one", Entry.forks(3, 10, 2))
                .failed(4, "25")
                .write();

        assertThat(page(report(run)))
                .contains("<li>1 of 7 forks failed: 1 of 25 (died)", "<td>died</td>")
                .as("the folder's path, which is of this machine")
                .doesNotContain(folder.toString());
    }

    /** Only {@code run --resume} needs the settings: those of a later version don't prevent a page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "settings": {"rounds": {"at most": 5}}
            "settings": ["broken"]
            "order": "sideways"
            """)
    void whatOnlyAResumedRunNeedsMayBeAnything(String field) throws IOException {
        Path run = run(folder.resolve("a"), "17", "25");
        JsonNode verdicts = CommandLineSession.compareToJson("--fail-on", "never", run.toString());
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"(order|settings)\" : [^,]*", field));

        assertThat(Files.readString(manifest)).contains(field);
        assertThat(page(report(run))).contains("JDK 25 is slower than JDK 17: ");
        assertThat(CommandLineSession.compareToJson("--fail-on", "never", run.toString()))
                .isEqualTo(verdicts);
    }

    @Test
    void aRunWithoutAResultIsRefused() {
        Path run = new RunFiles(folder, true).jvm("17").failed(1, "17").write();

        isRefused(report(run), run + ": no fork of this run has ended well yet");
        assertThat(run.resolve("report.html")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "0001.turns.json, {, is not the list of a fork's turns: ",
        "0001.turns.json, {}, is not the list of a fork's turns: ",
        "0001.hlog, no log, is not a histogram log",
        "0001.hlog, 'Tag=latency,1,2,3,HISTFAAAA', is not a histogram log",
        "0001.json, [], has no benchmark in it"
    })
    void aBrokenFileIsNamed(String name, String content, String problem) {
        Path run = run(folder, "17");
        Path file = Entry.write(run.resolve("forks").resolve(name), content);

        CommandLineSession session = report(run);

        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.complaints()).hasSize(1);
        assertThat(session.err()).contains(file + ": " + problem);
        assertThat(run.resolve("report.html")).doesNotExist();
    }

    @Test
    void anythingButTheFolderOfARunIsRefused() {
        Path file = Entry.write(folder.resolve("a.json"), new Entry("a.B.c", Entry.forks(3, 1, 1)));

        isRefused(report(folder.resolve("none")), folder.resolve("none") + ": there is no such folder");
        isRefused(report(file), file + ": is a file; report takes the folder of a run");
        isRefused(report(folder), folder + ": is no folder of a run, and has none in it (manifest.json)");
        isRefused(report(), "Missing required parameter: 'DIR'");
    }

    @Test
    void aPageThatCantBeWrittenIsReportedInOneLine() {
        Path run = run(folder.resolve("a"), "17");

        isRefused(report(run, "--output", folder), "--output " + folder + ": is a folder");
        Path nowhere = folder.resolve("none/page.html");
        isRefused(
                report(run, "--output", nowhere),
                "--output " + nowhere + ": can't be written (there is no such folder)");
    }

    private static void isRefused(CommandLineSession session, String complaint) {
        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).hasSize(1);
        assertThat(session.err()).contains(complaint);
    }
}
