package fanout.run;

import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import fanout.selection.Scenario;
import java.util.List;

/**
 * A fork that ended well, as the run's folder has it.
 *
 * @param record its entry in the manifest
 * @param iterations all of its iterations, in order; empty where its file has none
 */
record RecordedFork(ForkRecord record, List<IterationRecord> iterations) {
    RecordedFork {
        iterations = List.copyOf(iterations);
    }

    boolean isOf(Scenario scenario) {
        return ForkRecords.isOf(record, scenario);
    }

    List<IterationRecord> warmup() {
        return iterations.stream().filter(IterationRecord::warmup).toList();
    }

    List<IterationRecord> measured() {
        return iterations.stream().filter(iteration -> !iteration.warmup()).toList();
    }
}
