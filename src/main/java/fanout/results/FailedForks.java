package fanout.results;

import fanout.record.ForkRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The forks of a run that have no result. */
final class FailedForks {
    private FailedForks() {}

    /** How many there are, and why, in a few words; empty if all forks ended well. */
    static Optional<String> of(List<ForkRecord> forks) {
        Map<String, Long> failed = forks.stream()
                .filter(fork -> !fork.endedWell())
                .collect(Collectors.groupingBy(
                        fork -> fork.label() + " (" + (fork.status().isEmpty() ? "no status" : fork.status()) + ")",
                        TreeMap::new,
                        Collectors.counting()));
        long count = failed.values().stream().mapToLong(Long::longValue).sum();
        String which = failed.entrySet().stream()
                .map(each -> each.getValue() + " of " + each.getKey())
                .collect(Collectors.joining(", "));
        return count == 0 ? Optional.empty() : Optional.of(count + " of " + forks.size() + " forks failed: " + which);
    }
}
