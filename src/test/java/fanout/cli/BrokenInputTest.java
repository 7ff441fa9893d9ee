package fanout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fanout.testing.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that can't be used is reported in one line, which names the file and the place in it. */
class BrokenInputTest {
    @TempDir
    Path folder;

    private String good;

    @BeforeEach
    void writeAGoodFile() {
        good = Entry.json(new Entry("a.Bench.parse", Entry.forks(3, 10, 1)));
        Entry.write(folder.resolve("good.json"), good);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | is empty; JMH JSON is an array of benchmarks
            hello           | is not JSON, or cut off: line 1, column 1: Unrecognized token 'hello'
            {"a": []}       | is not JMH JSON, which is an array of benchmarks
            null            | is not JMH JSON, which is an array of benchmarks
            []              | has no benchmark in it
            [1, 2, 3]       | entry 1: has no benchmark and mode, so it is not JMH's
            [[]]            | entry 1: has no benchmark and mode, so it is not JMH's
            [               | is not JSON, or cut off: line 1, column 2: Unexpected end-of-input
            """)
    void aFileThatIsNotJmhsIsRefused(String text, String complaint) {
        isRefused(Entry.write(folder.resolve("bad.json"), text), complaint);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        Path file = Entry.write(folder.resolve("bad.json"), good.substring(0, good.length() / 2));

        isRefused(file, "is not JSON, or cut off: line ");
    }

    @Test
    void aFileThatGoesOnAfterItsEndIsRefused() {
        isRefused(Entry.write(folder.resolve("bad.json"), good + good), "has more after its end at line ");
        isRefused(Entry.write(folder.resolve("bad.json"), good + "garbage"), "is not JSON, or cut off: line ");
    }

    @Test
    void aFileWithoutWhatJmhWritesIsRefused() {
        refuses(new Entry("a.B.c").without("primaryMetric"), "entry 1 (a.B.c): has no primaryMetric");
        refuses(
                new Entry("a.B.c").primary("rawData", new Object[][] {{1, "fast"}}),
                "entry 1 (a.B.c): primaryMetric has \"fast\", must be a number");
        refuses(
                new Entry("a.B.c").primary("rawData", new double[] {1, 2}),
                "entry 1 (a.B.c): primaryMetric.rawData has 1.0, must be an array of arrays");
        refuses(
                new Entry("a.B.c").with("secondaryMetrics", Map.of("gc", Map.of("rawData", Map.of()))),
                "entry 1 (a.B.c): secondaryMetrics.gc.rawData has {}, must be an array of arrays");
        refuses(
                new Entry("a.B.c").withoutRawData().primary("rawDataHistogram", new Object[][] {{1}}),
                "entry 1 (a.B.c): primaryMetric.rawDataHistogram has 1, must be an array of [value, count]");
    }

    @Test
    void aFileWithTwoSettingsOfOneBenchmarkIsRefused() {
        Path file = Entry.write(
                folder.resolve("bad.json"),
                new Entry("a.B.c", Entry.forks(3, 1, 1)),
                new Entry("a.B.c", Entry.forks(3, 1, 1)).with("measurementIterations", 9));

        isRefused(file, "has a.B.c with different settings: measurement 4 x 1 s against 9 x 1 s");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws Exception {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        isRefused(Files.write(folder.resolve("noise.json"), noise), "");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(good.getBytes(UTF_8));
        }
        isRefused(
                Files.write(folder.resolve("zipped.json.gz"), zipped.toByteArray()), "is compressed; unpack it first");
    }

    @Test
    void aFileThatDoesNotExistIsRefused() throws Exception {
        isRefused(folder.resolve("missing.json"), "there is no such file");
        isRefused(Files.createDirectory(folder.resolve("empty")), "has no results in it (*.json)");
    }

    @Test
    void aFileWithoutReadPermissionIsRefused() throws Exception {
        Path file = Entry.write(folder.resolve("secret.json"), good);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root may read everything");

        isRefused(file, "can't be read (permission denied)");
    }

    @Test
    void filesWithNoBenchmarkInCommonAreRefused() {
        Path other = Entry.write(folder.resolve("other.json"), new Entry("a.Bench.print", Entry.forks(3, 10, 1)));

        CommandLineSession session = compare(folder.resolve("good.json").toString(), other.toString());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly(
                        "fanout: good has no benchmark in common with other (name, mode, parameters and threads"
                                + " must be alike)");
    }

    private void refuses(Entry entry, String complaint) {
        isRefused(Entry.write(folder.resolve("bad.json"), entry), complaint);
    }

    private void isRefused(Path file, String complaint) {
        CommandLineSession session = compare(folder.resolve("good.json").toString(), file.toString());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: " + file + ": " + complaint)
                .hasSizeLessThan(400)
                .doesNotContain("Exception", "\tat ", "fasterxml");
    }

    private static CommandLineSession compare(String baseline, String candidate) {
        return CommandLineSession.run(Path.of("unused"), "compare", baseline, candidate);
    }
}
