package fanout.cli;

import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;

/**
 * What a run is about to do, and where.
 *
 * @param plan what is measured
 * @param settings how
 * @param directory where to
 * @param secondsPerFork how long a fork will take, roughly, as its iterations say
 */
record PreparedRun(RunPlan plan, RunSettings settings, RunFolderWriter directory, double secondsPerFork) {}
