package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code compare} and {@code report} judge a run by what its own command line said. {@code RunForksTest} shows the same
 * for a run that goes on.
 */
class JudgingDefaultsTest {
    @TempDir
    Path temp;

    @Test
    void compareTakesTheRunsOwnUnlessTheCommandLineSaysOtherwise() throws IOException {
        String folder = run("run", "{\"threshold\":0.2,\"alpha\":0.01}").toString();

        assertThat(criteria(folder)).isEqualTo("0.2 0.01");
        assertThat(criteria("--threshold", "7%", folder)).isEqualTo("0.07 0.01");
        assertThat(criteria("--alpha", "0.1", folder)).isEqualTo("0.2 0.1");
        assertThat(criteria(run("only-one", "{\"threshold\":0.2}").toString())).isEqualTo("0.2 0.05");
        assertThat(criteria(run("older", "null").toString())).isEqualTo("0.03 0.05");
    }

    @Test
    void thePageOfARunIsJudgedByItsOwn() throws IOException {
        Path folder = run("runs/run", "{\"threshold\":0.2}");

        CommandLineSession.run(temp, "report", folder.toString());
        assertThat(folder.resolve("report.html")).content().contains("20 %").doesNotContain("Below 3 %");

        Files.delete(folder.resolve("report.html"));
        CommandLineSession.run(temp, "report", temp.resolve("runs").toString());
        assertThat(folder.resolve("report.html")).content().contains("20 %").doesNotContain("Below 3 %");
    }

    @Test
    void runsThatWereJudgedAlikeAreComparedSo() throws IOException {
        String one = run("1", "{\"threshold\":0.2}").toString();
        String other = run("2", "{\"threshold\":0.2}").toString();
        String third = run("3", "{\"threshold\":0.1}").toString();

        assertThat(criteria(one, other)).isEqualTo("0.2 0.05");

        CommandLineSession session = CommandLineSession.compare("--format", "json", one, third);
        assertThat(session.complaints())
                .containsExactly("fanout: the runs were not begun with the same --threshold and --alpha: the defaults"
                        + " are used");
        assertThat(session.out()).contains("\"threshold\" : 0.03");
        assertThat(CommandLineSession.compare("--threshold", "4%", "--alpha", "4%", one, third)
                        .complaints())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"threshold\":\"x\"} | : has settings whose judging has no number as its threshold",
                "7                     | : has settings whose judging has no number as its threshold",
                "{\"alpha\":0.7}       | : alpha is 0.7, must be above 0 and below 0.5",
            })
    void whatIsNoCriterionIsNamed(String judging, String problem) throws IOException {
        Path folder = run("run", judging);
        for (String command : new String[] {"compare", "report"}) {
            CommandLineSession session = CommandLineSession.run(temp, command, folder.toString());
            assertThat(session.complaints()).containsExactly("fanout: " + folder + problem);
            assertThat(session.status()).isEqualTo(2);
        }
    }

    private static String criteria(String... arguments) throws IOException {
        JsonNode json = CommandLineSession.compareToJson(arguments);
        return json.get("threshold").asText() + " " + json.get("alpha").asText();
    }

    private Path run(String name, String judging) throws IOException {
        RunFiles files = new RunFiles(temp.resolve(name), true).jvm("a").jvm("b");
        files.forks("a", "a.Bench.parse", Entry.forks(3, 10, name.hashCode()));
        files.forks("b", "a.Bench.parse", Entry.forks(3, 10, name.hashCode() + 1));
        Path folder = files.write();
        Path manifest = folder.resolve("manifest.json");
        String settings = "{ \"settings\" : {\"judging\" : " + judging + "},";
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\{", settings));
        return folder;
    }
}
