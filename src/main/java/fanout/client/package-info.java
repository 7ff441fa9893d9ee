/**
 * The ways to fan out: a class for each, behind one interface.
 *
 * <p>In come {@link fanout.client.ClientSettings} (server, concurrency, TLS) and a {@link fanout.workload.Batch}. Out
 * goes the same batch, to which the client has reported an answer for each request, or a failure.
 *
 * <p>Read {@link fanout.client.FanOutClient} first, then {@link fanout.client.Strategy}, and one client, such as
 * {@link fanout.client.SemaphoreAsync}. {@code SetupChoices} has what each setup chooses, side by side;
 * {@code HttpComponents} has what they have in common for Apache HttpClient.
 *
 * <p>This package may import {@code workload} and {@code record}. It must not import {@code server}, since a client
 * knows no more than an address, nor any package that uses both.
 *
 * <p>To add a strategy:
 *
 * <ol>
 *   <li>{@code client/MyStrategy.java}: a class that implements {@link fanout.client.FanOutClient}, with a constructor
 *       that takes {@code ClientSettings}. {@code Permits} limits the requests in flight of a client that has no thread
 *       for each of them. {@code FanOutClientContractTest} runs every strategy that the JVM can run,
 *       {@code FanOutClientFailureTest} those over HTTP/1.1.
 *   <li>{@code client/Strategy.java}: a constant with the name of the benchmark method, the constructor, and the traits
 *       in which it differs from the others.
 *   <li>{@code benchmark/BatchBenchmark.java}: a method of that name, annotated with {@code @Benchmark}, whose body is
 *       that of the others; with a parameter of the type {@code LibrarySetup}, unless its traits say that it has no
 *       setups. {@code BatchBenchmarkTest.everyStrategyHasABenchmarkAndEveryBenchmarkAStrategy} fails if
 *       the constant or the method is missing.
 *   <li>{@code README.md}: a row of the table of benchmarks, the fastest first.
 *       {@code ReadmeTablesTest.theBenchmarksStandThere} fails if it is missing.
 * </ol>
 *
 * A library that no other strategy uses also needs a dependency in {@code pom.xml}, and must be one of the strategy's
 * {@link fanout.client.Strategy#libraries}, so that the manifest of a run names its version.
 *
 * <p>A client that is not to be part of Fanout needs none of this: {@link fanout.client.FanOutClientProvider}, of which
 * {@code src/clients} has some.
 */
package fanout.client;
