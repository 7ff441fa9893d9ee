package fanout.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of this program, which the build writes to {@code fanout/build.properties} of the resources.
 *
 * <p>Tested by {@code fanout.report.JsonReportTest}.
 */
final class ThisVersion {
    private ThisVersion() {}

    /** Such as {@code 1.0.0}; empty where the build has not said it. */
    static String read() {
        Properties build = new Properties();
        try (InputStream in = ThisVersion.class.getResourceAsStream("/fanout/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("fanout/build.properties", e);
        }
        return build.getProperty("version", "");
    }
}
