package fanout.cli;

import fanout.compare.Criteria;
import fanout.record.JudgingRecord;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * What a verdict is judged by, as the flags say it.
 *
 * <p>Tested by {@code fanout.cli.CompareUsageTest}, {@code fanout.cli.RunUsageTest} and {@code
 * fanout.cli.JudgingDefaultsTest}.
 */
final class JudgingOptions {
    private static final String DIFFERENT =
            "the runs were not begun with the same --threshold and --alpha: the defaults are used";

    @Option(
            names = "--threshold",
            paramLabel = "RATIO",
            converter = RatioFlag.class,
            description =
                    "the smallest change of time that matters (default: what the run was begun with, or else 0.03,"
                            + " or 3%%, which is the same)")
    Double threshold;

    @Option(
            names = "--alpha",
            paramLabel = "P",
            converter = RatioFlag.class,
            description = "the accepted probability of any false alarm (default: likewise, or else 0.05)")
    Double alpha;

    /** What was said, for the manifest of a run. */
    JudgingRecord toRecord() {
        return new JudgingRecord(threshold, alpha);
    }

    /**
     * What the flags say, and else what the runs were begun with, if that is the same for all.
     *
     * @param begun the different ones
     * @throws UsageException if one of them can't be
     */
    Criteria criteria(List<JudgingRecord> begun) throws UsageException {
        JudgingRecord then = begun.size() == 1 ? begun.get(0) : JudgingRecord.NONE;
        try {
            return criteria(new JudgingRecord(
                    threshold == null ? then.threshold() : threshold, alpha == null ? then.alpha() : alpha));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** What is to be said where the flags leave open what the runs differ in. */
    List<String> notes(List<JudgingRecord> begun) {
        boolean given = threshold != null && alpha != null;
        return begun.size() < 2 || given ? List.of() : List.of(DIFFERENT);
    }

    /** @throws IllegalArgumentException if one of them can't be */
    static Criteria criteria(JudgingRecord judging) {
        return new Criteria(
                judging.threshold() == null ? Criteria.DEFAULT.threshold() : judging.threshold(),
                judging.alpha() == null ? Criteria.DEFAULT.alpha() : judging.alpha());
    }
}
