package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Criteria;
import fanout.compare.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * A comparison in which there are no verdicts, since nothing was measured often enough.
 *
 * <p>Tested by {@code fanout.report.VerdictSentenceTest}.
 */
final class FewForks {
    private FewForks() {}

    /** What is missing, in a sentence; empty where at least one pair has enough forks. */
    static Optional<String> sentence(Comparison comparison) {
        List<Judgement> scores = comparison.scores();
        int most = scores.stream().mapToInt(FewForks::forks).max().orElse(Criteria.FEWEST_FORKS);
        return most >= Criteria.FEWEST_FORKS
                ? Optional.empty()
                : Optional.of("No verdicts: " + (most == 1 ? "one fork" : most + " forks") + " a side, "
                        + Criteria.FEWEST_FORKS + " are needed (-f " + Criteria.FEWEST_FORKS
                        + ", or run --rounds 5)");
    }

    private static int forks(Judgement judgement) {
        return Math.min(judgement.baseline().forks(), judgement.candidate().forks());
    }
}
