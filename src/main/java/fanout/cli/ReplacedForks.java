package fanout.cli;

import fanout.results.FanoutNames;
import fanout.run.RunSettings;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * Says that the rounds of a run are its forks, where the annotation of a benchmark asks for another number.
 */
final class ReplacedForks {
    private ReplacedForks() {}

    /** One line, or none. */
    static List<String> notes(RunSettings settings, Collection<BenchmarkListEntry> benchmarks) {
        boolean open = settings.until() != null;
        SortedSet<Integer> replaced = new TreeSet<>();
        for (BenchmarkListEntry benchmark : benchmarks) {
            // Who measures our own until they are decided has not written their annotation.
            if (!(open && FanoutNames.isOurs(benchmark.getUsername()))) {
                int forks = benchmark.getForks().orElse(settings.rounds());
                if (open ? benchmark.getForks().hasValue() : forks != settings.rounds()) {
                    replaced.add(forks);
                }
            }
        }
        String how = open ? "--until says how many" : "it has " + Count.of(settings.rounds(), "fork") + " (--rounds)";
        return replaced.isEmpty()
                ? List.of()
                : List.of("A round is a fork of each benchmark; " + how + ", in place of "
                        + replaced.stream().map(forks -> "@Fork(" + forks + ")").collect(Collectors.joining(", ")));
    }
}
