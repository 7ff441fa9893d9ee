/**
 * The integration tests: each starts {@code target/benchmarks.jar} as its users do, as a process of its own, most of
 * them on each JDK found. They are named {@code *IT}, so that they run once the jar is packaged:
 *
 * <pre>./mvnw -B verify</pre>
 *
 * {@link fanout.testing.Jar} is the only place that knows where the jar lies and how it is started.
 */
package fanout.jar;
