package fanout.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which order the forks of a run are measured. */
public enum ForkOrder {
    /** The forks of a round alive together, taking turns, iteration by iteration. */
    TURNS,
    /** One fork at a time, shuffled within each round. */
    FORKS,
    /** As JMH does it: all forks of one benchmark on one JVM, then the next. */
    JMH;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
