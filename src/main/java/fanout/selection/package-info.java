/**
 * Decides what is measured, and why something is not: the options of a command line in, a {@link
 * fanout.selection.Selection} out.
 *
 * <p>Read {@link fanout.selection.BenchmarkSelector} first, then {@link fanout.selection.Selection} and {@link
 * fanout.selection.Scenario}. What a benchmark needs is a trait of its {@link fanout.client.Strategy}. A benchmark that
 * can't be measured as asked for is skipped, with a reason in one line, and fails nothing; options that can't be used
 * are an {@link java.lang.IllegalArgumentException}, whose message is one line.
 *
 * <p>Imports {@code workload}, {@code server}, {@code client} and {@code benchmark}; never {@code run}, {@code cli}, or
 * a package that judges.
 */
package fanout.selection;
