package fanout.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The order in which the forks of a run are measured. */
public enum ForkOrder {
    /** The forks of a round are alive together and take turns, iteration by iteration. */
    TURNS,
    /** One fork at a time; the order is shuffled within each round. */
    FORKS,
    /** As JMH does it: all forks of one benchmark on one JVM, then those of the next benchmark. */
    JMH;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
