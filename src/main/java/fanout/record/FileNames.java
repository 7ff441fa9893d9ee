package fanout.record;

import java.util.Locale;

/**
 * The names of the files in a run's folder, relative to it. A {@code /} stands between a folder and its file, on every
 * platform.
 */
public final class FileNames {
    /** The {@link Manifest}. */
    public static final String MANIFEST = "manifest.json";

    /** The folder of the forks' own files. */
    public static final String FORKS = "forks";

    /** JMH's own output and that of the forks. */
    public static final String JMH_LOG = "jmh.log";

    /** The output of {@code compare --format json} for the run. */
    public static final String COMPARISON_JSON = "comparison.json";

    /** The output of {@code compare --format markdown} for the run. */
    public static final String COMPARISON_MARKDOWN = "comparison.md";

    /** The page that {@code report} makes of the run. */
    public static final String PAGE = "report.html";

    /** The extension of JMH's JSON: of one fork, and of all forks of one JVM. */
    public static final String JSON = ".json";

    /** The extension of a page. */
    public static final String HTML = ".html";

    /** The extension of JMH's own objects of one fork, which {@code --resume} needs. */
    public static final String JMH_OBJECTS = ".jmh";

    /** The extension of the latency histograms of one fork: {@link HistogramLog}. */
    public static final String HISTOGRAMS = ".hlog";

    /** The extension of the iterations of one fork: {@link IterationRecord}. */
    public static final String ITERATIONS = ".turns.json";

    private FileNames() {}

    /** JMH's JSON of the fork with this number, from 1: {@code forks/0001.json}. */
    public static String fork(int number) {
        return String.format(Locale.ROOT, "%s/%04d%s", FORKS, number, JSON);
    }

    /** JMH's JSON of all forks of one JVM. */
    public static String merged(String label) {
        return label + JSON;
    }

    /** The same name with this extension instead of its own: {@code a.hlog} for {@code a.json}. */
    public static String withExtension(String name, String extension) {
        return name.substring(0, dot(name)) + extension;
    }

    /** The same name without its extension: {@code a} for {@code a.zip}. */
    public static String withoutExtension(String name) {
        return name.substring(0, dot(name));
    }

    /** The same name with a suffix before its extension: {@code a-2.json} for {@code a.json}. */
    public static String withSuffix(String name, String suffix) {
        return name.substring(0, dot(name)) + suffix + name.substring(dot(name));
    }

    /** Where the extension begins; a name such as {@code .hidden} has none. */
    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    }
}
