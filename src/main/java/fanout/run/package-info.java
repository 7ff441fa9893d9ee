/**
 * Carries out a run: it starts the forks of several setups and scenarios, lets them take turns, and writes the folder
 * of the run.
 *
 * <p>In comes a {@link fanout.run.RunPlan}, which pairs each {@link fanout.selection.Scenario} with each
 * {@link fanout.run.ArmSetup}. Such a pair is an {@link fanout.run.Arm}, and has one fork in each round. Out goes the
 * folder of the run: {@link fanout.run.RunFolderWriter} writes the records of {@link fanout.record}, JMH's JSON, and
 * the histograms of the latencies. A run that was begun can be resumed: {@link fanout.run.BegunRun}.
 *
 * <p>Read {@code RunPlan} first, then {@link fanout.run.RunExecutor} and {@code ForkGroupRunner}. A plan makes a list
 * of {@link fanout.run.ForkGroup}s. {@code RunExecutor} runs one group after the other and repeats a group that fails;
 * {@code ForkGroupRunner} runs the forks of one group, which are alive together.
 *
 * <p>A fork takes turns over a loopback connection:
 *
 * <ol>
 *   <li>{@code JmhForkLauncher} starts a host process for each fork, with the class path of its arm. The host,
 *       {@link fanout.host.ForkHost}, has the JMH on that class path start the fork.
 *   <li>{@code TurnServer} accepts the connections of a group's forks. Its port and a token are part of the
 *       {@code TurnOptions}, which JMH passes to the fork as the options of a profiler.
 *   <li>{@link fanout.host.TurnProfiler} is that profiler. Before each iteration it waits for its turn, through
 *       {@code TurnClient}; after the iteration it gives the turn back.
 *   <li>{@code ForkGroupRunner} gives one turn to each {@code LiveFork} in a cycle, in shuffled order, so that only one
 *       fork measures at a time. {@link fanout.run.ForkTimeouts} decides when a fork counts as hung.
 *   <li>After its last iteration a fork waits until all others of its group have finished, too. Then it may end.
 * </ol>
 *
 * <p>Before the first fork {@link fanout.run.MachineExamination} looks at the machine; {@code doctor} judges what it
 * sees.
 *
 * <p>This package may import {@code workload}, {@code server}, {@code client}, {@code benchmark}, {@code selection},
 * {@code doctor}, {@code host} and {@code record}. It must not import {@code results}, {@code compare} or
 * {@code report}, which judge, nor {@code cli}.
 */
package fanout.run;
