package fanout.compare;

import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forks that are copies of others: a file or an entry that was given twice. Counted as forks of their own, they would
 * make any change certain.
 *
 * <p>Tested by {@code fanout.cli.CopiedForksTest}.
 */
final class Copies {
    private Copies() {}

    /** The same results with each fork once, and a warning for each benchmark that had copies. */
    static List<ResultSet> leftOut(List<ResultSet> resultSets, List<String> warnings) {
        List<ResultSet> all = new ArrayList<>();
        for (ResultSet resultSet : resultSets) {
            ResultSet once = resultSet.withoutCopies();
            resultSet.benchmarks().forEach((key, measured) -> {
                int forks = measured.primary().forks().size();
                int copies =
                        forks - once.benchmarks().get(key).primary().forks().size();
                if (copies > 0) {
                    warnings.add(resultSet.name() + ": " + copies + " of " + forks + " forks of " + key
                            + " are copies of others, the same to the last digit; each counts once");
                }
            });
            all.add(once);
        }
        return all;
    }

    /** That both sides have forks in common: these are no evidence that the sides are alike. */
    static Optional<String> between(Metric baseline, Metric candidate) {
        long copies = candidate.forks().stream()
                .filter(fork -> baseline.forks().stream().anyMatch(fork::isCopyOf))
                .count();
        return copies == 0
                ? Optional.empty()
                : Optional.of(copies + " of " + candidate.forks().size() + " forks of the candidate are copies of the"
                        + " baseline's, the same to the last digit: they are compared with themselves");
    }
}
