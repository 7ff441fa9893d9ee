package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Browser;
import fanout.testing.NeedsBrowser;
import fanout.testing.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;

/**
 * The pages as their readers see them. {@code -Dfanout.screenshots=FOLDER} keeps pictures, for a look at each after a
 * change of the style sheet.
 */
@NeedsBrowser
class ReportPageTest {
    private static final int WIDE = 1200;
    private static final int PHONE = 400;

    /** The width of A4 in CSS px, without the margins of Chromium. */
    private static final int PAPER = 717;

    private static final int HEIGHT = 900;
    private static final int TWO_MB = 2_000_000;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.startOrSkip();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.reset();
    }

    static Stream<String> samples() {
        return SampleRuns.all().keySet().stream();
    }

    /** The page of a sample; made once. */
    private static Path page(String sample) {
        Path run = folder.resolve(sample);
        Path page = run.resolve("report.html");
        if (!Files.exists(page)) {
            SampleRuns.all().get(sample).apply(run);
            made("report", run.toString());
        }
        return page;
    }

    private static void made(String... args) {
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), args);
        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
    }

    private static void keepPicture(String name) throws IOException {
        String pictures = System.getProperty("fanout.screenshots");
        if (pictures != null) {
            browser.screenshot(Files.createDirectories(Path.of(pictures)).resolve(name + ".png"));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePageLoadsNothingAndLogsNoErrors(String sample) throws IOException {
        browser.open(page(sample), WIDE, HEIGHT);

        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.beyondTheWindow()).isEmpty();
        assertThat(browser.first("h1").getText()).isNotBlank();
        keepPicture(sample + "-light");
        browser.dark(true);
        keepPicture(sample + "-dark");
        browser.dark(false).print(true);
        keepPicture(sample + "-print");
        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePageFitsAPhone(String sample) throws IOException {
        browser.open(page(sample), PHONE, HEIGHT);
        browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");

        keepPicture(sample + "-phone");
        assertThat(browser.beyondTheWindow()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePageIsSmallEnoughToMail(String sample) throws IOException {
        assertThat(Files.size(page(sample))).isLessThan(TWO_MB);
    }

    /** The ids of elements are unique, every reference has a target, and every plot has a text. */
    @ParameterizedTest
    @MethodSource("samples")
    void thePageCanBeReadAloud(String sample) {
        browser.open(page(sample), WIDE, HEIGHT);

        assertThat(browser.run("""
                const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
                const refs = ['aria-labelledby', 'aria-describedby'].flatMap(name =>
                    [...document.querySelectorAll(`[${name}]`)].map(each => each.getAttribute(name)));
                const uses = [...document.querySelectorAll('use')].map(each => each.getAttribute('href').slice(1));
                return [
                  ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `twice: ${id}`),
                  ...[...refs, ...uses].filter(id => !document.getElementById(id)).map(id => `nothing is ${id}`),
                  ...[...document.querySelectorAll('svg:not([aria-hidden])')]
                      .filter(each => !each.closest('[aria-hidden]'))
                      .filter(each => each.getAttribute('role') !== 'img' || !each.querySelector('desc').textContent)
                      .map(each => 'a plot without words: ' + each.outerHTML.slice(0, 90)),
                  ...[...document.querySelectorAll('table')]
                      .filter(each => !each.querySelector('thead th[scope=col]') || !each.querySelector('tbody th[scope=row]'))
                      .map(each => 'a table without heads: ' + each.outerHTML.slice(0, 90)),
                ];""")).isEqualTo(List.of());
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
        assertThat(browser.all("h1")).hasSize(1);
    }

    @Test
    void thePageShowsAllThatARunHas() {
        browser.open(page("typical"), WIDE, HEIGHT);

        assertThat(texts("h2"))
                .containsExactly(
                        "Scores",
                        "Fork by fork",
                        "Distribution of iterations",
                        "Latency of single requests (closed loop)",
                        "Warm-up",
                        "Environment",
                        "How to read this page",
                        "Raw data");
    }

    @Test
    void aSweepIsDrawnWithItsFloor() {
        browser.open(page("sweep"), WIDE, HEIGHT);

        assertThat(texts("h2")).contains("Score against delay");
        assertThat(browser.all("#delay .guide.g2")).isNotEmpty();
        assertThat(texts("#delay figure:first-of-type text.x")).containsExactly("0", "1", "10", "50");
    }

    @Test
    void aRunWithoutLatenciesHasNoLatencyPlot() {
        browser.open(page("noLatency"), WIDE, HEIGHT);

        assertThat(texts("h2"))
                .doesNotContain("Latency of single requests (closed loop)")
                .contains("Warm-up");
    }

    @Test
    void aColumnSortsBothWays() {
        browser.open(page("typical"), WIDE, HEIGHT);
        browser.click("#verdicts summary");
        String column = "#verdicts thead th:nth-child(3)";

        browser.click(column + " button");
        List<Double> ascending = values();
        String order = browser.first(column).getAttribute("aria-sort");
        browser.click(column + " button");

        assertThat(ascending).hasSizeGreaterThan(3).isSorted();
        assertThat(order).isEqualTo("ascending");
        assertThat(values()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.first(column).getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(browser.all("#verdicts th[aria-sort]")).hasSize(1);
    }

    private static List<Double> values() {
        return browser.all("#verdicts tbody td:nth-child(3)").stream()
                .map(cell -> Double.valueOf(cell.getAttribute("data-value")))
                .toList();
    }

    @Test
    void aColumnOfWordsCanBeSorted() {
        browser.open(page("typical"), WIDE, HEIGHT);
        browser.click("#verdicts summary");

        browser.click("#verdicts thead th:nth-child(1) button");
        browser.click("#verdicts thead th:nth-child(1) button");

        List<String> names = new ArrayList<>(texts("#verdicts tbody th"));
        Collections.reverse(names);
        assertThat(names).isSorted();
    }

    @Test
    void onlySortingIsMissingWithoutScripts() {
        browser.javascript(false).open(page("typical"), WIDE, HEIGHT);

        assertThat(browser.all("button")).isEmpty();
        assertThat(browser.all("#verdicts tbody tr")).isNotEmpty();
        assertThat(browser.all("#latency path.line")).isNotEmpty();
    }

    @Test
    void thePageIsDarkForReadersWhoPreferItAndWhiteOnPaper() {
        browser.open(page("typical"), WIDE, HEIGHT);
        String ground = "return getComputedStyle(document.body).backgroundColor";

        assertThat(browser.run(ground)).isEqualTo("rgb(255, 255, 255)");
        browser.dark(true);
        assertThat(browser.run(ground)).isEqualTo("rgb(20, 23, 28)");
        browser.print(true);
        assertThat(browser.run(ground)).isEqualTo("rgb(255, 255, 255)");
    }

    /** The tables that are folded away filled more paper than all else. Whoever wants one on paper opens it first. */
    @Test
    void whatIsOpenIsPrinted() {
        browser.print(true).open(page("typical"), WIDE, HEIGHT);

        assertThat(browser.all("details:not([open])")).isNotEmpty().noneMatch(WebElement::isDisplayed);
        assertThat(browser.all("nav, #data")).hasSize(2).noneMatch(WebElement::isDisplayed);
        browser.run("document.querySelector('#verdicts').open = true");
        assertThat(browser.first("#verdicts table").isDisplayed()).isTrue();
    }

    /** No column is cut off on A4 paper, which is the narrowest; and it is no phone. */
    @ParameterizedTest
    @MethodSource("samples")
    void thePageFitsPaper(String sample) {
        browser.print(true).open(page(sample), PAPER, HEIGHT);

        assertThat(browser.beyondTheWindow()).isEmpty();
        assertThat(browser.first(".scores thead").isDisplayed()).isTrue();
    }

    /** A figure that begins at the foot of a sheet goes on to the next one as a whole. */
    @Test
    void figuresAreNotSplitBetweenSheets() {
        browser.print(true).open(page("typical"), PAPER, HEIGHT);

        assertThat(browser.run("return [...document.querySelectorAll('figure, .rows, .scores tbody, thead, tr')]"
                        + ".filter(each => getComputedStyle(each).breakInside !== 'avoid').length"))
                .isEqualTo(0L);
    }

    /** The contrast of text and lines with what is behind them: 4.5 and 3, as WCAG 2.2 asks (1.4.3, 1.4.11). */
    @Test
    void coloursHaveContrast() {
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark).open(page("typical"), WIDE, HEIGHT);
            assertThat(browser.run(CONTRASTS)).as(dark ? "dark" : "light").isEqualTo(List.of());
        }
    }

    private static final String CONTRASTS = """
            const canvas = document.createElement('canvas').getContext('2d');
            const light = colour => {
              canvas.fillStyle = colour.trim();
              return [1, 3, 5].map(at => parseInt(canvas.fillStyle.slice(at, at + 2), 16) / 255)
                  .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
            };
            const of = name => light(getComputedStyle(document.documentElement).getPropertyValue(name));
            const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const least = { '--text': 4.5, '--quiet': 4.5, '--slower': 4.5, '--faster': 4.5, '--plain': 4.5 };
            for (let i = 0; i < 7; i++) least[`--c${i}`] = 3;
            return Object.entries(least)
                .map(([name, wanted]) => [name, contrast(of(name), of('--ground')), wanted])
                .filter(([, is, wanted]) => !(is >= wanted))
                .map(each => each.join(' '));""";

    @Test
    void thePageOfFilesLacksWhatOnlyARunKnows() {
        Path run = folder.resolve("compared");
        SampleRuns.all().get("typical").apply(run);
        Path page = folder.resolve("comparison.html");
        made("compare", "--fail-on", "never", "--format", "html", "--output", page.toString(), run.toString());

        browser.open(page, PHONE, HEIGHT);

        assertThat(texts("h2"))
                .containsExactly(
                        "Scores",
                        "Fork by fork",
                        "Distribution of iterations",
                        "Environment",
                        "How to read this page",
                        "Raw data");
        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.beyondTheWindow()).isEmpty();
    }

    @Test
    void theHistoryLeadsToThePages() throws IOException {
        Path results = folder.resolve("history");
        SampleRuns.all().get("typical").apply(results.resolve("a"));
        SampleRuns.all().get("typical").apply(results.resolve("b"));
        SampleRuns.all().get("hostile").apply(results.resolve("c"));
        made("report", results.toString());

        browser.open(results.resolve("report.html"), PHONE, HEIGHT);

        keepPicture("history-phone");
        assertThat(browser.beyondTheWindow()).isEmpty();
        assertThat(browser.all("#history figure")).isNotEmpty();
        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        browser.click("#runs tbody tr:last-child a");
        assertThat(browser.first("h1").getText()).isNotBlank().isNotEqualTo("What changed over time?");
    }

    private static List<String> texts(String css) {
        return browser.all(css).stream().map(WebElement::getText).toList();
    }
}
