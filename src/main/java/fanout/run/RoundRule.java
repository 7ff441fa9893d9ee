package fanout.run;

import fanout.record.RoundRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Decides after each round which arms have one more. */
public interface RoundRule {
    /** The arms of this round; empty if the run ends before it. */
    Set<Arm> arms(int round) throws IOException;

    /** Notes that the round is complete. Returns its record, where the run depends on what was measured. */
    Optional<RoundRecord> ended(int round) throws IOException;
}
