package fanout.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A headless Chromium with one page, to see a report as its reader does. Nothing that a page asks for leaves the
 * machine. All tests of a class may share one: {@link #reset} makes it as new.
 */
public final class Browser implements AutoCloseable {
    private final TemporaryFolder temporary = new TemporaryFolder();
    private final ChromeDriver driver;
    private final PageLog log;
    private boolean dark;
    private boolean print;

    private Browser(Chromium chromium) {
        driver = chromium.start(temporary.path());
        log = new PageLog(driver.manage().logs());
        reset();
    }

    /** Starts one; empty if {@code PATH} has no Chromium or no {@code chromedriver}. */
    public static Optional<Browser> find() {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Browser> find(String path) {
        return Chromium.on(path).map(Browser::new);
    }

    /** Starts one; if there is none, the test is skipped with the reason. */
    public static Browser startOrSkip() {
        return startOrSkip(System.getenv().getOrDefault("PATH", ""));
    }

    static Browser startOrSkip(String path) {
        return find(path)
                .orElseGet(() ->
                        Assumptions.abort("no chromium and chromedriver on the PATH: nothing is seen in a browser"));
    }

    /** Opens an empty page in light colours, on a screen, with scripts allowed. */
    public Browser reset() {
        print = false;
        driver.get("about:blank");
        return javascript(true).dark(false);
    }

    /** Loads a file into a window of this size, in CSS px; returns when all that it names is loaded or has failed. */
    public Browser open(Path file, int width, int height) {
        String url = file.toAbsolutePath().normalize().toUri().toString();
        driver.get("about:blank"); // so that the page before logs no more
        log.begin(url);
        Map<String, Object> window = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", window);
        driver.get(url);
        return this;
    }

    /** Sets whether the reader prefers dark colours, for this page and the next ones. */
    public Browser dark(boolean preferred) {
        dark = preferred;
        return media();
    }

    /** Sets whether pages are laid out for paper, for this page and the next ones. */
    public Browser print(boolean onPaper) {
        print = onPaper;
        return media();
    }

    private Browser media() {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("media", print ? "print" : "screen", "features", List.of(scheme)));
        return this;
    }

    /** Sets whether the next pages may run scripts. {@link #run} always can. */
    public Browser javascript(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
        return this;
    }

    /** Writes the whole page as PNG, also what lies below the window. */
    public Path screenshot(Path png) {
        Map<String, Object> whole = Map.of("format", "png", "captureBeyondViewport", true, "clip", wholePage());
        Object data = driver.executeCdpCommand("Page.captureScreenshot", whole).get("data");
        try {
            return Files.write(png, Base64.getDecoder().decode((String) data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> wholePage() {
        Object size =
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<?, ?> content = (Map<?, ?>) size;
        return Map.of("x", 0, "y", 0, "width", content.get("width"), "height", content.get("height"), "scale", 1);
    }

    /**
     * Errors and warnings of the console, uncaught exceptions, and dialogs such as {@code alert: 1}, since it was
     * opened.
     */
    public List<String> consoleMessages() {
        return log.complaints();
    }

    /**
     * The addresses of all requests of the page since it was opened, without itself and {@code data:}. Resources for
     * dark colours, for paper or for parts out of sight are requested only when they are needed.
     */
    public List<String> requests() {
        return log.requests();
    }

    /** By how many px the document is wider than its window; 0 if it fits. */
    public int overflow() {
        return Overflow.px(driver);
    }

    /** The elements beyond the right edge of the window, a line each; those in a box that scrolls are not listed. */
    public List<String> beyondTheWindow() {
        return Overflow.culprits(driver);
    }

    /**
     * Runs a script in the page; what it returns is null, a boolean, a number, a string, an element, or lists and maps.
     */
    public Object run(String script) {
        return driver.executeScript(script);
    }

    /** All elements of a CSS selector, in the document's order. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The first element of a CSS selector; there must be one. */
    public WebElement first(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Clicks where the first element of a CSS selector is: it must be shown, and nothing may lie above it. */
    public Browser click(String selector) {
        first(selector).click();
        return this;
    }

    @Override
    public void close() {
        driver.quit();
        temporary.close();
    }
}
