/**
 * The files of a run's folder, in one model: {@code run} writes them, {@code results} reads them, and nothing else
 * passes from the half that measures to the half that judges.
 *
 * <p>What comes in and what goes out are the same records: {@link fanout.record.Manifest} with its
 * {@link fanout.record.Project}, {@link fanout.record.Host}, {@link fanout.record.JvmRecord}s, each with its
 * {@link fanout.record.ArmRecord}, and {@link fanout.record.ForkRecord}s is {@code manifest.json},
 * {@link fanout.record.IterationRecord} is a line of {@code forks/NNNN.turns.json}, {@link fanout.record.HistogramLog}
 * reads {@code forks/NNNN.hlog}. A field of a file is declared once, here. So is a parameter of the benchmarks:
 * {@link fanout.record.BenchmarkParameter}. Read first: {@code Manifest}, {@link fanout.record.RunFolderReader},
 * {@link fanout.record.FileNames}.
 *
 * <p>The records are lenient in what they read, because a folder that an earlier or a later version wrote is read, too:
 * a field that is absent is empty, and a field that is unknown is ignored. The bytes that they write depend on nothing
 * but their values.
 *
 * <p>This package imports no other package of Fanout, and nothing of JMH.
 */
package fanout.record;
