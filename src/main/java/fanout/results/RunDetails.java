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

    /**
     * Whether the libraries of Fanout's own benchmarks may have been in the forks. Those of another suite have none of
     * them, but earlier versions, which did not record arms, had them in all forks.
     */
    public boolean hasFanoutLibraries() {
        return record.jvms().stream().noneMatch(jvm -> jvm.arm() != null)
                || record.forks().stream().anyMatch(fork -> FanoutNames.isOurs(fork.benchmark()))
                || forks.stream()
                        .flatMap(fork -> fork.measured().stream())
                        .anyMatch(measured -> FanoutNames.isOurs(measured.key()));
    }
}
