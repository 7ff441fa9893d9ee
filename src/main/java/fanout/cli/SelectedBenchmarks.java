package fanout.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that the regular expressions of a command line select. */
final class SelectedBenchmarks {
    private SelectedBenchmarks() {}

    /**
     * Those that a run of these options would measure.
     *
     * @throws UsageException if there is none
     */
    static Set<BenchmarkListEntry> of(Options options) throws UsageException {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
        Set<BenchmarkListEntry> selected =
                BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes());
        if (selected.isEmpty()) {
            throw new UsageException("no benchmark matches " + described(options) + " (-l lists them all)");
        }
        return selected;
    }

    /**
     * Checks what JMH only looks at when it is too late for a clear word.
     *
     * @throws UsageException if one of the patterns is not a regular expression
     */
    static void requirePatterns(Options options) throws UsageException {
        List<String> patterns = Stream.of(options.getIncludes(), options.getExcludes(), options.getWarmupIncludes())
                .flatMap(List::stream)
                .toList();
        for (String pattern : patterns) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new UsageException("'" + pattern + "' is not a regular expression: " + e.getDescription(), e);
            }
        }
    }

    private static String described(Options options) {
        String included = String.join(" or ", options.getIncludes());
        String excluded = String.join(" or ", options.getExcludes());
        return (included.isEmpty() ? "'.*'" : "'" + included + "'")
                + (excluded.isEmpty() ? "" : " without '" + excluded + "'");
    }
}
