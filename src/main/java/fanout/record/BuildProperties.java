package fanout.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What a build records of itself in properties files among its resources.
 *
 * <p>Tested by {@code fanout.report.JsonReportTest} and {@code fanout.cli.HelpTest}.
 */
public final class BuildProperties {
    /** The resource that this program's own build writes. */
    public static final String BUILD = "/fanout/build.properties";

    private BuildProperties() {}

    /** The version of this program, such as {@code 1.0.0}; empty where the build has not said it. */
    public static String version() {
        return read(BUILD).getProperty("version", "");
    }

    /** All properties of a resource; none where there is no such resource. */
    public static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = BuildProperties.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
