/**
 * The statistics and the verdicts. All of it is pure functions: no files, no clocks, no random numbers.
 *
 * <p>In come the result sets of {@link fanout.results} and {@link fanout.compare.Criteria}; out goes a {@link
 * fanout.compare.Comparison}, which holds a {@link fanout.compare.Judgement} for each metric of each benchmark.
 * Warnings are values of it, too; nothing is printed or dropped. {@link fanout.report} imports this package, so this
 * package must not import it, nor the command line, nor any package that measures.
 *
 * <p>Read {@link fanout.compare.Comparisons} first, then {@link fanout.compare.LogSamples} and {@link
 * fanout.compare.Verdict}, which holds the rule. One verdict takes this way:
 *
 * <ol>
 *   <li>{@code Comparisons} makes a {@code Contrast} of each pair of arms;
 *   <li>{@code Estimator} finds the benchmarks that both arms have, and makes an {@code Estimate} of each: its {@code
 *       LogSamples}, the {@code Effect} (Welch's or the paired t), and {@code Warnings};
 *   <li>{@code Holm} adjusts the p values of all scores;
 *   <li>{@code Judgement.of} applies {@code Verdict.of}, and adds a {@code Reason} and the forks needed ({@code
 *       Power}).
 * </ol>
 *
 * <p>The validation study measures with synthetic runs how often the rule errs, and publishes it in {@code
 * results/validation}. What reads folders, pairs rounds and merges runs is tested through the command line, in {@code
 * fanout.cli}: {@code PairingTest}, {@code MergedRunsTest}, {@code CompareWarningsTest}.
 */
package fanout.compare;
