package fanout.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Checks the values given by {@code -p}. JMH itself silently measures the default if a name is misspelled. */
final class GivenParameters {
    private GivenParameters() {}

    /**
     * The parameters on the command line, in alphabetical order.
     *
     * @throws IllegalArgumentException if none of {@code selected} has a parameter of that name, or a value is empty
     */
    static Map<String, List<String>> check(
            String[] args, CommandLineOptions options, Set<BenchmarkListEntry> selected) {
        Set<String> known = new TreeSet<>();
        selected.forEach(benchmark -> known.addAll(
                benchmark.getParams().orElse(Map.<String, String[]>of()).keySet()));
        Map<String, List<String>> given = given(args, options);
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "-p " + name + ": no selected benchmark has this parameter; they have "
                                + (known.isEmpty() ? "none" : String.join(", ", known))
                                + DidYouMean.question(name, known));
            }
            if (parameter.getValue().contains("")) {
                throw valueMissing(name);
            }
        }
        for (String name : known) {
            // JMH finds no value in this, and measures the default.
            if (Stream.of(args).anyMatch(arg -> arg.matches(".*\\b" + Pattern.quote(name) + "=,+"))) {
                throw valueMissing(name);
            }
        }
        return given;
    }

    private static IllegalArgumentException valueMissing(String name) {
        return new IllegalArgumentException("-p " + name + ": a value is missing");
    }

    /**
     * JMH gives the values of a name, but not the names. Each piece of an argument that ends before a {@code =} is
     * tried as one, so that no knowledge of the ways to write an option ({@code -p a=1}, {@code -pa=1},
     * {@code --p=a=1}) is needed here.
     */
    private static Map<String, List<String>> given(String[] args, CommandLineOptions options) {
        Map<String, List<String>> given = new TreeMap<>();
        for (String arg : args) {
            for (int end = arg.indexOf('='); end >= 0; end = arg.indexOf('=', end + 1)) {
                for (int start = 0; start <= end; start++) {
                    String name = arg.substring(start, end);
                    if (options.getParameter(name).hasValue()) {
                        given.put(
                                name, new ArrayList<>(options.getParameter(name).get()));
                    }
                }
            }
        }
        return given;
    }
}
