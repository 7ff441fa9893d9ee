/**
 * What tests of several packages share. A fixture for the tests of one package lies in that package.
 *
 * <ul>
 *   <li>Processes: {@link fanout.testing.Jar} starts {@code target/benchmarks.jar}, {@link fanout.testing.Shell} runs
 *       any command to its end, {@link fanout.testing.Jdks} finds the JDKs of this machine, and
 *       {@link fanout.testing.TestRunner} runs test classes on another {@link fanout.testing.Jdk}.
 *   <li>Results of JMH and of {@code run}, made up for tests of the judging half: {@link fanout.testing.Entry} is one
 *       benchmark of a JMH file, {@link fanout.testing.RunFiles} a run's folder with nothing but what a test sets, and
 *       {@link fanout.testing.SampleRuns} whole folders with all that a real run writes, for the pages. They are built
 *       from {@code SampleRun}, {@code SampleArm}, {@code SampleFork}, {@code SampleLatencies} and {@code SampleFacts};
 *       {@code HostileRun} is a run whose texts are attempts at injection.
 *   <li>A browser to look at pages: {@link fanout.testing.Browser}, with {@code Chromium}, {@code PageLog},
 *       {@code Overflow} and {@code TemporaryFolder} behind it.
 *   <li>A server that does what a test says: {@link fanout.testing.ScriptedServer}.
 *   <li>Benchmarks and clients to measure: {@link fanout.testing.TinyBenchmark}, {@link fanout.testing.Providers}, and
 *       {@link fanout.testing.Strategies}, those that this JVM can run.
 *   <li>A suite of others: {@link fanout.testing.Suite} compiles it for each JMH that can serve,
 *       {@link fanout.testing.SuiteRun} measures it by {@code run} of the jar.
 *   <li>Parts of JMH and of the JVM: {@link fanout.testing.JmhParams}, {@link fanout.testing.Threads}.
 * </ul>
 */
package fanout.testing;
