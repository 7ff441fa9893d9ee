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

    /** Inconclusive is here what is neither slower nor shown not to be, whatever is known of its being faster. */
    private boolean isCausedBy(Verdict verdict) {
        return switch (verdict) {
            case SLOWER -> this != NEVER;
            case NOT_FASTER, INCONCLUSIVE -> this == INCONCLUSIVE;
            case FASTER, UNCHANGED, NOT_SLOWER -> false;
        };
    }
}
