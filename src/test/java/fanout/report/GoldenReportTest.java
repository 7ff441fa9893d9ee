package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports are the same, byte for byte, in every locale. */
class GoldenReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/fanout/report");

    private Locale locale;

    @BeforeEach
    void rememberTheLocale() {
        locale = Locale.getDefault();
    }

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, everything.txt, ''", "TEXT, everything.txt, de-DE", "TEXT, everything.txt, ar-EG",
        "TEXT, everything.txt, tr-TR", "MARKDOWN, everything.md, ''", "MARKDOWN, everything.md, de-DE",
        "MARKDOWN, everything.md, ar-EG", "MARKDOWN, everything.md, tr-TR", "JSON, everything.json, ''",
        "JSON, everything.json, de-DE", "JSON, everything.json, ar-EG", "JSON, everything.json, tr-TR"
    })
    void aReportIsTheSameInEveryLocale(ReportFormat format, String golden, String language) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertGolden(golden, format.render(ReportFixture.everything(), false));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, arms.txt", "MARKDOWN, arms.md", "JSON, arms.json"})
    void aReportSaysWhatArmsDifferIn(ReportFormat format, String golden) throws IOException {
        assertGolden(golden, format.render(ReportFixture.differingArms(), false));
    }

    private static void assertGolden(String golden, String report) throws IOException {
        Golden.assertHolds(FOLDER.resolve(golden), report);
    }

    @Test
    void textFitsATerminal() {
        assertThat(ReportFormat.TEXT.render(ReportFixture.everything(), false).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    /** A name without a blank can't be wrapped; everything else can. */
    @Test
    void onlyALongNameMakesTextWiderThanATerminal() {
        String name = "x".repeat(120);

        assertThat(ReportFormat.TEXT
                        .render(ReportFixture.longNamed(name), false)
                        .lines())
                .filteredOn(line -> line.length() > 100)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(name));
    }

    @Test
    void coloursChangeNothingButTheVerdicts() {
        String coloured = ReportFormat.TEXT.render(ReportFixture.everything(), true);

        assertThat(coloured).contains("\u001b[31mslower\u001b[0m", "\u001b[32mfaster\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d*m", ""))
                .isEqualTo(ReportFormat.TEXT.render(ReportFixture.everything(), false));
    }
}
