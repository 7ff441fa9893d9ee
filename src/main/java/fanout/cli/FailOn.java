package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import java.util.Locale;

/**
 * The verdicts that make the exit code 1, under their names on the command line.
 *
 * <p>Tested by {@code fanout.cli.CompareUsageTest} and {@code fanout.cli.RunReportTest}.
 */
enum FailOn {
    SLOWER,
    INCONCLUSIVE,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a verdict that counts makes it 1. */
    boolean isCausedBy(Comparison comparison) {
        return comparison.scores().stream().map(Judgement::verdict).anyMatch(this::isCausedBy);
    }

    /** {@code inconclusive} includes {@code slower}. */
    private boolean isCausedBy(Verdict verdict) {
        return this != NEVER && verdict == Verdict.SLOWER || this == INCONCLUSIVE && verdict == Verdict.INCONCLUSIVE;
    }
}
