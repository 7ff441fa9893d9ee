package fanout.cli;

import fanout.compare.Criteria;
import picocli.CommandLine.Option;

/**
 * What a verdict is judged by, as the flags say it.
 *
 * <p>Tested by {@code fanout.cli.CompareUsageTest} and {@code fanout.cli.RunUsageTest}.
 */
final class JudgingOptions {
    @Option(
            names = "--threshold",
            paramLabel = "RATIO",
            converter = RatioFlag.class,
            description = "the smallest change of time that matters (default: 0.03, or 3%%, which is the same)")
    double threshold = Criteria.DEFAULT.threshold();

    @Option(
            names = "--alpha",
            paramLabel = "P",
            converter = RatioFlag.class,
            description = "the accepted probability of any false alarm (default: 0.05)")
    double alpha = Criteria.DEFAULT.alpha();

    /** @throws UsageException if one of them can't be */
    Criteria criteria() throws UsageException {
        try {
            return new Criteria(threshold, alpha);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
