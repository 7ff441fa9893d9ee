package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Each check of {@link Browser} fails on a page with that fault, and on no other. */
@NeedsBrowser
class BrowserTest {
    private static Browser browser;

    @TempDir
    Path folder;

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
    void resetTheBrowser() {
        browser.reset();
    }

    @Test
    void aCleanPageHasNoMessages() {
        open("<p>Fine<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\"><script>1 + 1</script>");

        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.beyondTheWindow()).isEmpty();
        assertThat(browser.run("return innerWidth")).isEqualTo(400L);
    }

    @Test
    void errorsAndWarningsAreReported() {
        open("<script>console.log('quiet'); console.warn('careful'); Promise.reject(new Error('late')); "
                + "nothing.here</script>");

        assertThat(browser.consoleMessages())
                .hasSize(3)
                .anyMatch(line -> line.contains("careful"))
                .anyMatch(line -> line.contains("late"))
                .anyMatch(line -> line.contains("ReferenceError: nothing is not defined"));
    }

    @Test
    void injectedScriptsAreReported() {
        open("<img src=\"data:,\" onerror=\"alert(1)\">");

        assertThat(browser.consoleMessages()).contains("alert: 1");
    }

    @Test
    void aPageIsNotBlamedForThePageBefore() {
        open("<script>setInterval(() => console.error('still here'), 1); nothing.here</script>");
        open("<p>Fine");

        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void requestsOfAPageAreReported() {
        open("<style>@import \"http://127.0.0.1:9/x.css\";</style><img src=\"http://127.0.0.1:9/x.png\"><img "
                + "src=\"y.png\">"
                + "<script>new WebSocket('ws://127.0.0.1:9/z')</script>");

        assertThat(browser.requests())
                .containsExactlyInAnyOrder(
                        "http://127.0.0.1:9/x.css",
                        "http://127.0.0.1:9/x.png",
                        folder.resolve("y.png").toUri().toString(),
                        "ws://127.0.0.1:9/z");
        assertThat(browser.consoleMessages()).anyMatch(line -> line.contains("x.png"));
    }

    @Test
    void theElementsThatMakeAPageTooWideAreNamed() {
        open("<div style=\"overflow-x: auto\"><p style=\"width: 900px\">scrolls</div><details><p style=\"width: "
                + "800px\">shut"
                + "</details><table id=\"wide\" class=\"plain\" style=\"width: 500px\"><tr><td>x</table>");

        assertThat(browser.overflow()).isEqualTo(100);
        assertThat(browser.beyondTheWindow())
                .contains("table#wide.plain ends at 500 of 400 px")
                .noneMatch(line -> line.startsWith("p"));
    }

    @Test
    void elementsThatAreCutOffAreNamed() {
        open("<style>html, body { overflow-x: clip }</style><p style=\"width: 500px\">cut");

        assertThat(browser.beyondTheWindow()).containsExactly("p ends at 500 of 400 px");
    }

    @Test
    void coloursFollowTheReadersPreferenceAndTheMedium() {
        open("<style>p { color: rgb(1, 1, 1) } @media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2) } }"
                + " @media print { p { color: rgb(3, 3, 3) } }</style><p>x");

        assertThat(colour()).isEqualTo("rgb(1, 1, 1)");
        browser.dark(true);
        assertThat(colour()).isEqualTo("rgb(2, 2, 2)");
        browser.print(true);
        assertThat(colour()).isEqualTo("rgb(3, 3, 3)");
        browser.print(false).dark(false);
        assertThat(colour()).isEqualTo("rgb(1, 1, 1)");
    }

    @Test
    void scriptsOfAPageCanBeForbidden() {
        browser.javascript(false);
        open("<p>as it was</p><script>document.querySelector('p').textContent = 'changed'</script>");

        assertThat(browser.first("p").getText()).isEqualTo("as it was");
        assertThat(browser.overflow()).isZero();
        browser.javascript(true);
        browser.open(folder.resolve("page.html"), 400, 300);
        assertThat(browser.first("p").getText()).isEqualTo("changed");
    }

    @Test
    void elementsAreFoundAndClicked() {
        open("<details><summary>More</summary><p>Inside</details>");
        assertThat(browser.first("p").isDisplayed()).isFalse();

        browser.click("summary");

        assertThat(browser.all("details[open] p")).hasSize(1);
        assertThat(browser.first("p").isDisplayed()).isTrue();
    }

    @Test
    void aScreenshotIsOfTheWholePage() throws Exception {
        open("<p style=\"height: 2000px; background: green\">");

        var image = ImageIO.read(browser.screenshot(folder.resolve("page.png")).toFile());

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(2000);
        assertThat(image.getRGB(200, 1900)).isEqualTo(0xff008000);
    }

    @Test
    void aTestIsSkippedWithoutABrowser() throws Exception {
        Path driver = Files.createFile(folder.resolve("chromedriver"));
        assertThat(driver.toFile().setExecutable(true)).isTrue();

        assertThat(Browser.find("")).isEmpty();
        assertThatThrownBy(() -> Browser.startOrSkip(folder.toString()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no chromium");
    }

    private static Object colour() {
        return browser.run("return getComputedStyle(document.querySelector('p')).color");
    }

    private void open(String body) {
        String page = "<!doctype html><meta charset=\"utf-8\"><style>body { margin: 0 } p { margin: 0 }</style>" + body;
        browser.open(Entry.write(folder.resolve("page.html"), page), 400, 300);
    }
}
