package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.ArmRecord;
import fanout.testing.Arms;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run shows what its arms were started with. */
class ArmsPageTest {
    @TempDir
    Path folder;

    private String page(ArmRecord base, ArmRecord head) throws IOException {
        RunFiles run = new RunFiles(folder.resolve("run"), true)
                .dependencies(Map.of("io.undertow:undertow-core", "2.4"))
                .arm("17", "17.0.15", base)
                .arm("25", "25.0.3", head);
        List.of("17", "25").forEach(label -> run.forks(label, "fanout.benchmark.B.one", Entry.forks(3, 10, 1)));
        Path written = run.write();
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", written.toString());
        assertThat(session.complaints()).isEmpty();
        return Files.readString(written.resolve("report.html"));
    }

    /** The cells of a row, or of the head, of the table of arms. */
    private static List<String> cells(String page, String first) {
        String table = page.substring(page.indexOf("<summary>Arms</summary>"));
        String row =
                table.substring(table.indexOf(">" + first + "<") + 1, table.indexOf("</tr>", table.indexOf(first)));
        return List.of(
                row.replaceAll("<[^>]*>", "|").replaceAll("^\\|+|\\|+$", "").split("\\|+"));
    }

    @Test
    void theTableOfArmsHasOptionsClassPathAndJmh() throws IOException {
        ArmRecord head = new ArmRecord(
                List.of("-XX:+UseZGC", "-Xint"),
                List.of(
                        Arms.file("hc.jar", "0123456789abcdef", "g:httpclient5:5.6", "g:core:1"),
                        Arms.file("classes", "fedcba9876543210")),
                "1.36",
                null);

        String page = page(ArmRecord.PLAIN, head);

        assertThat(cells(page, "label")).containsExactly("label", "JVM", "options", "class path", "JMH");
        assertThat(cells(page, "25"))
                .containsExactly(
                        "25",
                        "25.0.3, Acme, VM",
                        "-XX:+UseZGC -Xint",
                        "hc.jar (01234567, g:httpclient5:5.6, g:core:1); classes (fedcba98)",
                        "1.36");
        assertThat(page)
                .contains("<h1>Is 25 as fast as 17?</h1>", "<dt>libraries</dt><dd>undertow-core 2.4</dd>")
                .contains("<th scope=\"col\">arm</th>");
    }

    @Test
    void aLargeJarIsCutShort() throws IOException {
        String[] libraries = IntStream.range(0, 200)
                .mapToObj(i -> "g:lib%03d:1".formatted(i))
                .toArray(String[]::new);

        String page = page(ArmRecord.PLAIN, Arms.classPath(Arms.file("uber.jar", "12", libraries)));

        assertThat(cells(page, "25").get(2)).endsWith("g:lib006:1, g:lib007:1, 192 more)");
        assertThat(page).doesNotContain("lib008");
    }

    @Test
    void theHistoryNamesTheOptionsOfEachArm() throws IOException {
        page(ArmRecord.PLAIN, Arms.options("-XX:+UseZGC"));

        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", folder.toString());

        assertThat(session.complaints()).isEmpty();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<td>17 (17.0.15), 25 (25.0.3 -XX:+UseZGC)</td>");
    }

    @Test
    void jvmsWithoutMoreAreATableOfJvms() throws IOException {
        String page = page(ArmRecord.PLAIN, ArmRecord.PLAIN);

        assertThat(page)
                .contains("<summary>JVMs</summary>", "<h1>Is JDK 25 as fast as JDK 17?</h1>")
                .contains("<p>25 differs from 17: JVM 25.0.3 instead of 17.0.15.</p>")
                .contains("<th scope=\"col\">JVM</th>")
                .doesNotContain("class path");
    }
}
