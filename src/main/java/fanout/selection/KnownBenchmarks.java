package fanout.selection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * All benchmarks that can be named: those of this program, and those in the class paths of the arms.
 *
 * <p>Tested by {@code fanout.cli.DidYouMeanUsageTest}.
 */
record KnownBenchmarks(List<JmhSuite> suites) {
    static Set<BenchmarkListEntry> onOwnClassPath(List<String> includes, List<String> excludes) {
        return BenchmarkList.defaultList().find(JmhSuite.silent(), includes, excludes);
    }

    private Stream<String> matching(String... includes) {
        Stream<Set<BenchmarkListEntry>> ofSuites =
                suites.stream().map(suite -> suite.matching(List.of(includes), List.of()));
        return Stream.concat(Stream.of(onOwnClassPath(List.of(includes), List.of())), ofSuites)
                .flatMap(Set::stream)
                .map(BenchmarkListEntry::getUsername);
    }

    /**
     * Checks that each of several regular expressions matches something: a misspelled one would go unnoticed.
     *
     * @throws IllegalArgumentException if one does not; the message is one line
     */
    void requireMatches(List<String> regexes) {
        for (String regex : regexes) {
            if (regexes.size() > 1 && matching(regex).findAny().isEmpty()) {
                throw noneMatches("'" + regex + "'", List.of(regex));
            }
        }
    }

    /**
     * The complaint that nothing matches.
     *
     * @param what does not, in words
     */
    IllegalArgumentException noneMatches(String what, List<String> regexes) {
        boolean ours = suites.stream().noneMatch(JmhSuite::hasBenchmarks);
        return new IllegalArgumentException("no benchmark matches " + what
                + (ours ? "" : ", neither in Fanout nor in the class path of an arm")
                + regexes.stream().map(this::question).collect(Collectors.joining())
                + (ours ? " (-l lists them all)" : ""));
    }

    private String question(String regex) {
        int length = regex.split("\\.").length;
        List<String> known = matching()
                .distinct()
                .flatMap(name -> parts(name.split("\\."), length))
                .distinct()
                .sorted()
                .toList();
        return DidYouMean.question(regex, known);
    }

    /** The parts of a name that have so many words, and the method or its class in them. */
    private static Stream<String> parts(String[] words, int length) {
        return IntStream.of(words.length, words.length - 1)
                .filter(end -> end >= length)
                .mapToObj(end -> Stream.of(words).skip(end - (long) length).limit(length))
                .map(part -> part.collect(Collectors.joining(".")));
    }
}
