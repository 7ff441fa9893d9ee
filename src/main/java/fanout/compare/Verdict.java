package fanout.compare;

import java.util.Locale;

/**
 * What a comparison says of one benchmark.
 *
 * <p>Tested by {@code fanout.compare.VerdictPropertiesTest} and {@code fanout.study.BoundsTest}.
 */
public enum Verdict {
    FASTER,
    SLOWER,
    UNCHANGED,
    INCONCLUSIVE;

    /** Whether it says that there is a change. */
    public boolean isChange() {
        return this == FASTER || this == SLOWER;
    }

    /** The word of the reports and of the JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
