/**
 * Decides which benchmarks are measured under which parameters, and why others are not.
 *
 * <p>In come the options of a command line. Out goes a {@link fanout.selection.Selection}: the
 * {@link fanout.selection.Scenario}s that can be measured, and a {@link fanout.selection.SkippedBenchmark} with its
 * reason for what can't.
 *
 * <p>The benchmarks of others come from the class path of an arm: {@link fanout.selection.JmhSuite}.
 *
 * <p>Read {@link fanout.selection.BenchmarkSelector} first, then {@code Selection} and {@code Scenario}. What a
 * benchmark needs is a trait of its {@link fanout.client.Strategy}. A benchmark that can't be measured as asked for is
 * skipped, with a reason in one line, and fails nothing; options that can't be used are an
 * {@link java.lang.IllegalArgumentException}, whose message is one line.
 *
 * <p>This package may import {@code workload}, {@code server}, {@code client}, {@code benchmark}, {@code host} and
 * {@code record}. It must not import {@code run}, {@code cli}, or a package that judges.
 */
package fanout.selection;
