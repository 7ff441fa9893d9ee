package fanout.cli;

import fanout.run.IterationPlan;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;

/**
 * What a run is about to do, and where.
 *
 * @param plan what is measured
 * @param settings how it is measured
 * @param directory writes the folder of the run
 * @param iterations how many each fork has
 */
record PreparedRun(RunPlan plan, RunSettings settings, RunFolderWriter directory, IterationPlan iterations) {}
