package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of a benchmark may hold any text; no report of them may harm its reader. */
class HostileNamesTest {
    private static final String HOSTILE =
            "<script>alert(1)</script>|`a`\n# b\r\u001b[31m\u0007\u009b2J\u202e\u2028*c*_d_[e](f)&\"'$g$";

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noControlCharacterReachesATerminal(ReportFormat format) {
        assertThat(format.render(ReportFixture.named(HOSTILE), false))
                .matches("[^\\p{Cc}\\u2028\\u2029]*(\\n[^\\p{Cc}]*)*")
                .doesNotContain("\u001b", "\u0007", "\u009b", "\r");
    }

    @Test
    void aHostileNameStaysOnOneLineOfATable() {
        String markdown = ReportFormat.MARKDOWN.render(ReportFixture.named(HOSTILE), false);

        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.replace("\\|", "")).matches("(\\|[^|]*){7}\\|"));
        assertThat(markdown).doesNotContain("<script", "\n# b");
        assertThat(markdown.replaceAll("\\\\[\\\\|*_`\\[\\]#~$]", "")).doesNotContain("`", "[", "$g");
    }

    @Test
    void hostileNamesAddNoTagToHtml() {
        String html = ReportFormat.HTML.render(ReportFixture.named(HOSTILE), false);

        assertThat(html.split("<script", -1)).as("the page's own script").hasSize(2);
        assertThat(html).contains("&lt;script&gt;").doesNotContain("alert(1)</script>");
    }

    @Test
    void jsonKeepsHostileNamesUnchanged() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ReportFormat.JSON.render(ReportFixture.named(HOSTILE), false));

        assertThat(json.at("/benchmarks/0/benchmark").asText()).isEqualTo("a.Bench." + HOSTILE);
        assertThat(json.at("/environment/0/vmName").asText()).isEqualTo(HOSTILE);
        assertThat(json.at("/differences/1/baselineValue").asText()).isEqualTo(HOSTILE + "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", " ", "naïve größe 速い", "\ud83d\ude80", "\ud83d"})
    void oddNamesAreReportedWithoutAFailure(String name) {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.render(ReportFixture.named(name), true)).isNotEmpty();
        }
    }
}
