package fanout.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.net.PortProber;

/**
 * A Chromium of this machine, and the driver that steers it.
 *
 * @param browser the executable
 * @param driver {@code chromedriver}, which is of the same version where both are of one package source
 */
record Chromium(Path browser, Path driver) {
    private static final List<String> NAMES =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Warns of every browser that is newer than Selenium. A field holds it, or its level would be forgotten. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        VERSIONS.setLevel(Level.SEVERE);
    }

    /** No packet leaves this machine for any request of a page: names don't resolve, and there is no such proxy. */
    private static final List<String> OFFLINE = List.of(
            "--proxy-server=http://127.0.0.1:9",
            "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-first-run",
            "--no-pings");

    /** Shared memory is small in a container, and neither it nor root can have the sandbox; the pages are our own. */
    private static final List<String> ANYWHERE =
            List.of("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");

    /** Scrollbars, colours and fonts depend on the settings of the machine otherwise. */
    private static final List<String> ALIKE =
            List.of("--hide-scrollbars", "--force-color-profile=srgb", "--lang=en", "--font-render-hinting=none");

    /** The first one in the folders of a {@code PATH}; empty unless both executables are there. */
    static Optional<Chromium> on(String path) {
        Optional<Path> driver = executable(path, "chromedriver");
        return NAMES.stream()
                .flatMap(name -> executable(path, name).stream())
                .findFirst()
                .flatMap(browser -> driver.map(found -> new Chromium(browser, found)));
    }

    private static Optional<Path> executable(String path, String name) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * Starts it, with an empty profile, in about a second. The driver is named, so that Selenium looks for none.
     *
     * @param temporary where both put their files; some are left behind
     */
    ChromeDriver start(Path temporary) {
        int port = PortProber.findFreePort();
        try {
            ChromeDriverService service = new ChromeDriverService(
                    driver.toFile(), port, TIMEOUT, List.of("--port=" + port), Map.of("TMPDIR", temporary.toString()));
            service.sendOutputTo(OutputStream.nullOutputStream());
            ChromeDriver started = new ChromeDriver(service, options());
            started.manage().timeouts().pageLoadTimeout(TIMEOUT).scriptTimeout(TIMEOUT);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(OFFLINE).addArguments(ANYWHERE).addArguments(ALIKE);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        return options;
    }
}
