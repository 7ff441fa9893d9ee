package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import fanout.testing.RunFiles;
import fanout.testing.ZipFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a zip file, for {@code compare} and {@code report}. */
class ArchivedRunTest {
    private static final Pattern RAW_DATA = Pattern.compile("download=\"run\\.zip\" href=\"data:[^,]*,([^\"]*)\"");

    @TempDir
    Path temp;

    private Path run;

    @BeforeEach
    void write() {
        run = new RunFiles(temp.resolve("run"), true)
                .jvm("17")
                .jvm("25")
                .forks("17", "a.Bench.one", Entry.forks(3, 10, 1))
                .forks("25", "a.Bench.one", Entry.forks(3, 15, 2))
                .write();
    }

    private static CommandLineSession session(Object... words) {
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        return CommandLineSession.run(Path.of("unused"), args);
    }

    @Test
    void itIsComparedAsItsFolderIs() {
        Path flat = ZipFiles.pack(run, "", temp.resolve("flat.zip"));
        Path nested = ZipFiles.pack(run, "some/where/", temp.resolve("nested.ZIP"));

        String expected = session("compare", "--fail-on", "never", run).out();

        assertThat(expected).contains("1 slower");
        assertThat(session("compare", "--fail-on", "never", flat).out()).isEqualTo(expected);
        assertThat(session("compare", "--fail-on", "never", nested).out()).isEqualTo(expected);
    }

    @Test
    void theRawDataOfAPageIsSuchAnArchive() throws IOException {
        assertThat(session("report", run).status()).isZero();
        Matcher data = RAW_DATA.matcher(Files.readString(run.resolve("report.html")));
        assertThat(data.find()).isTrue();
        Path archive = Files.write(temp.resolve("raw.zip"), Base64.getDecoder().decode(data.group(1)));

        assertThat(session("compare", "--fail-on", "never", archive).out())
                .isEqualTo(session("compare", "--fail-on", "never", run).out());
    }

    @Test
    void itsPageIsBesideIt() throws IOException {
        Path archive = ZipFiles.pack(run, "", temp.resolve("nightly.zip"));

        CommandLineSession session = session("report", archive);

        assertThat(session.complaints()).isEmpty();
        assertThat(Files.readString(temp.resolve("nightly.html"))).contains("JDK 25 is slower than JDK 17");
    }

    @Test
    void theHistoryHasIt() throws IOException {
        Path archives = Files.createDirectories(temp.resolve("archives"));
        ZipFiles.pack(run, "", archives.resolve("monday.zip"));
        ZipFiles.pack(run, "run/", archives.resolve("tuesday.zip"));
        Files.writeString(archives.resolve("broken.zip"), "no archive");
        ZipFiles.pack(Files.createDirectories(temp.resolve("empty")), "", archives.resolve("another.zip"));

        CommandLineSession session = session("report", archives);

        assertThat(session.complaints()).isEmpty();
        assertThat(Files.readString(archives.resolve("report.html"))).contains("./monday.html", "./tuesday.html");
        assertThat(archives.resolve("monday.html")).exists();
    }

    /** What somebody sent may be anything. */
    @Test
    void whatCantBeUsedIsToldInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(ZipFiles.pack(run, "", temp.resolve("whole.zip")));
        byte[] half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);

        refused(Files.write(temp.resolve("half.zip"), half), "half.zip: can't be read (");
        refused(Files.writeString(temp.resolve("text.zip"), "no archive"), "text.zip: can't be read (");
        refused(bomb("zeros.zip"), "zeros.zip: can't be read (is larger than 64 MB, unpacked)");

        Path empty = ZipFiles.pack(Files.createDirectories(temp.resolve("empty")), "", temp.resolve("empty.zip"));
        assertThat(session("compare", empty).complaints())
                .singleElement()
                .asString()
                .contains("empty.zip: has no results");
        assertThat(session("report", empty).complaints())
                .singleElement()
                .asString()
                .contains("empty.zip/manifest.json: there is no such file");
    }

    private static void refused(Path archive, String complaint) {
        for (String command : new String[] {"compare", "report"}) {
            CommandLineSession session = session(command, archive);
            assertThat(session.status()).isEqualTo(ExitCode.USAGE);
            assertThat(session.complaints()).singleElement().asString().contains(complaint);
        }
    }

    private Path bomb(String name) throws IOException {
        Path archive = temp.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(megabyte);
            }
        }
        return archive;
    }

    /** A name that leads out of the archive is just a name: nothing is written. */
    @Test
    void namesThatLeadOutOfItAreNotFollowed() throws IOException {
        Path archive = temp.resolve("out.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("../../escaped.json"));
            zip.write("[]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(session("compare", archive).complaints())
                .singleElement()
                .asString()
                .contains("has no results in it");
        assertThat(temp.resolveSibling("escaped.json")).doesNotExist();
    }
}
