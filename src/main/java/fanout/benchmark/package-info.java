/**
 * The JMH benchmarks, the proof that a client keeps its concurrency, and the metrics that are measured in addition to a
 * score.
 *
 * <p>In come the parameters, which JMH sets in each fork. Out go JMH's score of each iteration and, through a profiler,
 * its secondary results.
 *
 * <p>Read {@link fanout.benchmark.BatchBenchmark} first, then {@code Trial} and {@code ConcurrencyProof}. A class of
 * benchmarks, {@link fanout.benchmark.FanOutBenchmark} or {@link fanout.benchmark.ColdBatchBenchmark}, extends
 * {@code BatchBenchmark}, which has the methods and the parameters. The class adds JMH's annotations (mode, forks,
 * iterations), and a {@code ProofTime}: whether the concurrency is proven before anything is measured, or after
 * everything. {@code BatchBenchmark} opens a {@code Trial} for each fork, which holds the server, the client and the
 * recorder of metrics.
 *
 * <p>This package may import {@code workload}, {@code server}, {@code client} and {@code record}. It must not import
 * {@code selection}, {@code run} or {@code cli}, which use it, nor a package that judges.
 *
 * <p>To add a secondary metric:
 *
 * <ol>
 *   <li>{@code benchmark/SecondaryMetric.java}: a constant with its name, its unit, and how JMH aggregates its values.
 *   <li>{@code benchmark/MetricsRecorder.java}: measures it between {@code begin} and {@code end}. A metric that
 *       follows from what is already recorded does not need this.
 *   <li>{@code benchmark/IterationMetrics.java}: its value as a component, if it was recorded, and a line in
 *       {@code results}. {@code MetricsProfilerTest.theMetricsAreOfTheBatchesOfOneIterationOnly} fails if the line is
 *       missing.
 *   <li>{@code MetricsProfilerTest}: its value in that test. If there is a value against a server that runs elsewhere,
 *       {@code aRemoteServerHasNoServerMetrics} must name it, too.
 *   <li>{@code results/README.md}: a row of the table of metrics, in the order of the constants.
 *       {@code ReadmeTablesTest.theMetricsStandThereWithTheirUnits} fails if it is missing.
 * </ol>
 *
 * A metric that the server counts starts in {@code ServerCounters} and {@code LiveCounters}, one that it measures of
 * itself in {@code GatedServer}. Those of a forked server
 * pass through {@code ServerMain}, which writes them, and {@code ForkedServer}, which reads them.
 *
 * <p>To add a parameter:
 *
 * <ol>
 *   <li>{@code record/BenchmarkParameter.java}: its default in {@code Default}, and a constant with its name, its
 *       allowed values, its line of help, and whether the server must know it. A former default that differs from the
 *       default is named, too. The checks of {@code -p}, {@code help} and the reading of older results derive from the
 *       constant. {@code ParameterCheckTest.everyNumberIsCheckedAgainstItsRange} and {@code BenchmarkParameterTest}
 *       test its range and its default without a line of their own.
 *   <li>{@code benchmark/BatchBenchmark.java}: a field of the same name, whose {@code @Param} is that default;
 *       {@code setUp} passes it on. A parameter that only some benchmarks have is a state of its own, as
 *       {@code LibrarySetup} is. {@code BatchBenchmarkTest.everyParameterIsAFieldWithItsDefault} fails if the field
 *       is missing.
 *   <li>If the server must know it: a component of the same name in {@code server/ServerConditions.java}, which checks
 *       it, and in {@code server/ServerSettings.java}; {@code server/RunningServer.java} passes it from the one to the
 *       other, and {@code server/ServerArguments.java} to a forked server.
 *       {@code ServerConditionsTest.everyParameterThatTheServerMustKnowReachesIt} and
 *       {@code ServerArgumentsTest.theWordsMakeTheSameSettingsInAnyOrder} fail if one of these is missing. The flags of
 *       {@code serve} are in {@code cli/ServeCommand.java}.
 *   <li>If only the client must know it: a component of {@code workload/Workload.java} or of
 *       {@code client/ClientSettings.java}, which {@code Trial} makes.
 *   <li>{@code selection/ParameterCheck.java}: only if a value must be looked up, as a server is, or if two parameters
 *       exclude each other.
 *   <li>{@code results/README.md}: a row of the table of parameters.
 *       {@code ReadmeTablesTest.theParametersStandThereWithTheirDefaults} fails if it is missing.
 *   <li>A test of its effect. No test fails if a parameter has none.
 * </ol>
 *
 * <p>Values pass between profiler and benchmark by a back door, since JMH gives neither a reference to the other:
 *
 * <ul>
 *   <li>Static fields of {@link fanout.benchmark.MetricsProfiler}. JMH makes the profiler and the benchmark's state
 *       itself, both in the JVM of the fork. Before an iteration the profiler notes that metrics are wanted, and
 *       {@code Trial} asks for that when it starts. At the end of an iteration {@code Trial} hands over what was
 *       recorded, and the profiler takes it as JMH's secondary results.
 *   <li>System properties, which {@code TurnProfiler} of {@code host} sets in the fork before its first iteration,
 *   since
 *       JMH has no parameter for them: {@link fanout.benchmark.BatchBenchmark#SETTLE_MILLIS}, for how long unmeasured
 *       batches are sent before an iteration, and {@link fanout.server.ForkedServer#JVM} and
 *   {@link fanout.server.ForkedServer#CLASS_PATH}, the JVM and the class path of a forked server.
 *       As parameters of the benchmarks they would be a part of each result's name.
 * </ul>
 */
package fanout.benchmark;
