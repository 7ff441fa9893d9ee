/**
 * The statistics and the verdicts. All of it is pure functions: no files, no clocks, no random numbers.
 *
 * <p>In come the results that {@link fanout.results} has read, and the {@link fanout.compare.Criteria}. Out goes a
 * {@link fanout.compare.Comparison}, which holds a {@link fanout.compare.Judgement} for each metric of each benchmark,
 * and warnings as values: nothing is printed, and no data are dropped. This package must not import the reports, the
 * command line, or any package that measures.
 *
 * <p>Read {@link fanout.compare.Comparisons} first, then {@code LogSamples}, and {@link fanout.compare.Verdict}, which
 * holds the rule. A verdict is made in four steps:
 *
 * <ol>
 *   <li>{@code Comparisons} makes a {@code Contrast} of each pair of arms.
 *   <li>{@code Estimator} finds the benchmarks that both arms have. It makes an {@code Estimate} of each: its
 *       {@code LogSamples}, the {@code Effect} (Welch's or the paired t), and its {@code Warnings};
 *       {@code Refusals} says why there is none. Forks that are there twice were left out before, by {@code Copies}.
 *       Where forks of several kinds of machines were put together, {@code Machines} has what each by itself says.
 *   <li>{@code Holm} adjusts the p values of all scores.
 *   <li>{@code Judgement.of} applies {@code Verdict.of}. It adds a {@code Reason}, and from {@code Power} the number of
 *       forks needed. What machines disagree about, or a control differs in, is inconclusive. {@code Quantity} has the
 *       words: what is no time is not slower but higher.
 * </ol>
 *
 * <p>A {@code Comparison} also has the {@link fanout.compare.ArmDifferences} of each candidate: in what it was started
 * differently from the baseline, as far as a run's manifest says so. {@code ArmWarnings} names what arms should not
 * differ in, the benchmark itself among it.
 *
 * <p>{@link fanout.compare.ChangePoints} is a rule of its own: it finds where the scores of many runs moved.
 *
 * <p>The validation study measures with synthetic runs how often the rule errs, and publishes that in the folder
 * {@code results/validation}. Pairing and warnings are tested through the command line, in {@code fanout.cli}:
 * {@code PairingTest}, {@code MergedRunsTest}, {@code CompareWarningsTest}.
 */
package fanout.compare;
