package fanout.results;

import fanout.record.Manifest;
import java.util.List;

/**
 * A run, with what only its folder has and JMH's files lack.
 *
 * @param name of the folder
 * @param record its manifest
 * @param forks those that ended well, in the manifest's order
 */
public record RunDetails(String name, Manifest record, List<ForkDetails> forks) {
    public RunDetails {
        forks = List.copyOf(forks);
    }

    /** Whether at least one benchmark was one of Fanout's own. */
    public boolean hasOurs() {
        return record.forks().stream().anyMatch(fork -> FanoutNames.isOurs(fork.benchmark()))
                || forks.stream()
                        .flatMap(fork -> fork.measured().stream())
                        .anyMatch(measured -> FanoutNames.isOurs(measured.key()));
    }
}
