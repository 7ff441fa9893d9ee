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
public record Run(String name, Manifest record, List<ForkTrace> forks) {
    public Run {
        forks = List.copyOf(forks);
    }
}
