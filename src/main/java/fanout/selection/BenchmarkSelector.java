package fanout.selection;

import fanout.benchmark.YourClient;
import fanout.client.RegisteredClients;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Finds the benchmarks that the options name, and checks the parameters, before anything is measured. */
public final class BenchmarkSelector {
    private final Consumer<Map<String, List<String>>> parameterCheck;
    private final Supplier<RegisteredClients> clients;
    private final Predicate<String> speaksHttp2;

    /** Checks the parameters of Fanout's benchmarks, with the clients that are on the class path. */
    public BenchmarkSelector() {
        this(ParameterCheck::check, RegisteredClients::find, new Http2Probe());
    }

    BenchmarkSelector(
            Consumer<Map<String, List<String>>> parameterCheck,
            Supplier<RegisteredClients> clients,
            Predicate<String> speaksHttp2) {
        this.parameterCheck = parameterCheck;
        this.clients = clients;
        this.speaksHttp2 = speaksHttp2;
    }

    /**
     * Selects what JMH's command line would measure.
     *
     * @param args the arguments from which the options were made
     * @throws IllegalArgumentException if no benchmark matches, no benchmark has a parameter that is given, or a value
     *     or a registered client can't be used; the message is one line
     */
    public Selection select(CommandLineOptions options, String... args) {
        requirePatterns(options);
        Set<BenchmarkListEntry> benchmarks = matching(options);
        Map<String, List<String>> given = GivenParameters.check(args, options, benchmarks);
        parameterCheck.accept(given);
        return withClients(benchmarks, given);
    }

    /**
     * Selects what JMH's command line would measure with these regular expressions and parameters.
     *
     * @throws IllegalArgumentException for the same reasons as {@link #select(CommandLineOptions, String...)}
     */
    public Selection select(List<String> regexes, Map<String, List<String>> params) {
        List<String> args = new ArrayList<>();
        params.forEach((name, values) -> args.addAll(List.of("-p", name + "=" + String.join(",", values))));
        args.addAll(regexes);
        String[] words = args.toArray(String[]::new);
        try {
            return select(new CommandLineOptions(words), words);
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Checks the regular expressions. JMH compiles them so late that it can report a wrong one only by a stack trace.
     *
     * @throws IllegalArgumentException if one of them is not a regular expression; the message is one line
     */
    public static void requirePatterns(Options options) {
        List<String> patterns = Stream.of(options.getIncludes(), options.getExcludes(), options.getWarmupIncludes())
                .flatMap(List::stream)
                .toList();
        for (String pattern : patterns) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' is not a regular expression: " + e.getDescription(), e);
            }
        }
    }

    private static Set<BenchmarkListEntry> matching(Options options) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
        Set<BenchmarkListEntry> matching =
                BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes());
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("no benchmark matches " + described(options) + " (-l lists them all)");
        }
        return matching;
    }

    private static String described(Options options) {
        String included = String.join(" or ", options.getIncludes());
        String excluded = String.join(" or ", options.getExcludes());
        return (included.isEmpty() ? "'.*'" : "'" + included + "'")
                + (excluded.isEmpty() ? "" : " without '" + excluded + "'");
    }

    /** Looks for registered clients only if a benchmark needs one: a broken one must not disturb the others. */
    private Selection withClients(Set<BenchmarkListEntry> benchmarks, Map<String, List<String>> given) {
        Map<String, List<String>> params = new TreeMap<>(given);
        RegisteredClients registered = new RegisteredClients(new TreeMap<>());
        if (benchmarks.stream().anyMatch(BenchmarkSelector::needsClient)) {
            registered = clients.get();
            List<String> names = registered.names(given.getOrDefault(YourClient.PARAM, List.of(RegisteredClients.ALL)));
            if (!names.isEmpty()) {
                params.put(YourClient.PARAM, names);
            }
        }
        return new Selection(benchmarks, params, new Requirements(registered, speaksHttp2));
    }

    private static boolean needsClient(BenchmarkListEntry benchmark) {
        return Requirements.needsClient(
                benchmark.getUsername(), benchmark.getParams().orElse(Map.of()));
    }
}
