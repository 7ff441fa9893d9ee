package fanout.selection;

import fanout.benchmark.YourClient;
import fanout.client.RegisteredClients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

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
        return select(options, List.of(), args);
    }

    private Selection select(CommandLineOptions options, List<JmhSuite> suites, String... args) {
        requirePatterns(options);
        // Without a regular expression those who bring benchmarks of their own mean these.
        boolean others = options.getIncludes().isEmpty() && suites.stream().anyMatch(JmhSuite::hasBenchmarks);
        Set<BenchmarkListEntry> ours = others ? Set.of() : onOwnClassPath(options);
        Set<BenchmarkListEntry> benchmarks = new LinkedHashSet<>(ours);
        suites.forEach(suite -> benchmarks.addAll(suite.matching(options.getIncludes(), options.getExcludes())));
        if (benchmarks.isEmpty()) {
            throw new KnownBenchmarks(suites).noneMatches(described(options), options.getIncludes());
        }
        Map<String, List<String>> given = GivenParameters.check(args, options, benchmarks);
        if (!ours.isEmpty()) {
            parameterCheck.accept(given);
        }
        return withClients(inModes(benchmarks, options), names(ours), given);
    }

    /**
     * Selects what JMH's command line would measure with these regular expressions and parameters.
     *
     * @param flags other words of JMH's command line
     * @param suites the benchmarks of others, which can be selected, too
     * @throws IllegalArgumentException for the same reasons as {@link #select(CommandLineOptions, String...)}, or if
     *     one of several regular expressions matches nothing
     */
    public Selection select(
            List<String> regexes, Map<String, List<String>> params, List<String> flags, List<JmhSuite> suites) {
        List<String> args = new ArrayList<>(flags);
        params.forEach((name, values) -> args.addAll(List.of("-p", name + "=" + String.join(",", values))));
        args.addAll(regexes);
        String[] words = args.toArray(String[]::new);
        try {
            CommandLineOptions options = new CommandLineOptions(words);
            requirePatterns(options);
            new KnownBenchmarks(suites).requireMatches(regexes);
            return select(options, suites, words);
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

    /** Whether a word, as a regular expression, matches one of Fanout's benchmarks, or of those on its class path. */
    public static boolean matches(String word) {
        try {
            Pattern.compile(word);
            return !KnownBenchmarks.onOwnClassPath(List.of(word), List.of()).isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Set<BenchmarkListEntry> onOwnClassPath(Options options) {
        return KnownBenchmarks.onOwnClassPath(options.getIncludes(), options.getExcludes());
    }

    /** The same benchmarks in the modes of {@code -bm}, if it is given. JMH's own command line leaves that to JMH. */
    private static Set<BenchmarkListEntry> inModes(Set<BenchmarkListEntry> benchmarks, Options options) {
        Collection<Mode> modes = options.getBenchModes();
        if (modes.isEmpty()) {
            return benchmarks;
        }
        Set<BenchmarkListEntry> inModes = new LinkedHashSet<>();
        for (Mode mode : modes.contains(Mode.All) ? List.of(Mode.values()) : modes) {
            if (mode != Mode.All) {
                benchmarks.forEach(benchmark -> inModes.add(benchmark.cloneWith(mode)));
            }
        }
        return inModes;
    }

    private static Set<String> names(Set<BenchmarkListEntry> benchmarks) {
        return benchmarks.stream().map(BenchmarkListEntry::getUsername).collect(Collectors.toSet());
    }

    private static String described(Options options) {
        String included = String.join(" or ", options.getIncludes());
        String excluded = String.join(" or ", options.getExcludes());
        return (included.isEmpty() ? "'.*'" : "'" + included + "'")
                + (excluded.isEmpty() ? "" : " without '" + excluded + "'");
    }

    /** Looks for registered clients only if a benchmark needs one: a broken one must not disturb the others. */
    private Selection withClients(
            Set<BenchmarkListEntry> benchmarks, Set<String> everywhere, Map<String, List<String>> given) {
        Map<String, List<String>> params = GivenSetups.ofLibraries(given);
        RegisteredClients registered = new RegisteredClients(new TreeMap<>());
        if (benchmarks.stream().anyMatch(BenchmarkSelector::needsClient)) {
            registered = clients.get();
            List<String> names = registered.names(given.getOrDefault(YourClient.PARAM, List.of(RegisteredClients.ALL)));
            if (!names.isEmpty()) {
                params.put(YourClient.PARAM, names);
            }
        }
        return new Selection(
                benchmarks, everywhere, params, new Requirements(registered, GivenSetups.of(given), speaksHttp2));
    }

    private static boolean needsClient(BenchmarkListEntry benchmark) {
        return Requirements.needsClient(
                benchmark.getUsername(), benchmark.getParams().orElse(Map.of()));
    }
}
