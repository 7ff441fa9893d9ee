package fanout.cli;

import fanout.compare.Criteria;
import fanout.run.IterationPlan;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import java.util.List;

/**
 * What a run is about to do, and where.
 *
 * @param plan what is measured
 * @param settings how it is measured
 * @param directory writes the folder of the run
 * @param iterations how many each fork has
 * @param criteria of the verdicts
 * @param notes what is to be known before it begins, a line each
 */
record PreparedRun(
        RunPlan plan,
        RunSettings settings,
        RunFolderWriter directory,
        IterationPlan iterations,
        Criteria criteria,
        List<String> notes) {}
