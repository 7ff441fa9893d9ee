/**
 * Reads what was measured: JMH's JSON files of any suite, and the folders of runs. It puts the runs of one experiment
 * together.
 *
 * <p>In come the bytes of files. Out go {@link fanout.results.LoadedResults}, a {@link fanout.results.ResultSet} for
 * each name (a JVM's or a file's). A result set has the {@link fanout.results.BenchmarkSamples} of each benchmark: the
 * score of every iteration of every fork, and the secondary metrics. A {@link fanout.results.RecordedArm} is what its
 * forks were started with. For the page of a run, {@code RunDetails} has what
 * only its folder has: warm-up, latencies, machine.
 *
 * <p>Read {@code LoadedResults} and {@code ResultSet} first, then {@link fanout.results.JmhJson} and
 * {@link fanout.results.RunFolderResults}, which read, and {@link fanout.results.MergedRuns}, which puts runs together.
 *
 * <p>This package opens no file: a {@link fanout.record.RunFolderReader} does, or {@code cli}. It may import
 * {@code record} only, and nothing of JMH, whose JSON may be of any version.
 */
package fanout.results;
