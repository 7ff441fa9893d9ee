/**
 * Fanout measures how a JVM issues a thousand HTTP calls best. The packages are the way the data flows:
 *
 * <pre>
 *   the half that measures
 *     workload    what one op is: its numbers, the answers, and their verification
 *     server      the mock server, in the benchmark's JVM or its own, or a server that runs elsewhere
 *     client      one class for each way to fan out, and the settings that all of them share
 *     benchmark   the JMH classes, the proof of concurrency, and the secondary metrics
 *     selection   which benchmarks are measured under which parameters, and why others are not; class paths of others
 *     doctor      what is wrong with a machine for measuring, and what helps; pure functions
 *     run         several arms and benchmarks, whose forks take turns; it writes the folder of a run
 *     host        a program of its own: starts a fork by the JMH of its arm, and takes turns in it
 *
 *   between the two
 *     record      the files of a run's folder, in one model for those who write and those who read them
 *
 *   the half that judges
 *     results     reads JMH's JSON and the folders of runs, and puts runs together
 *     compare     the statistics and the verdicts; pure functions
 *     report      the verdicts as text, Markdown and JSON, and the pages of runs
 *
 *   cli           the command line: JMH's own, and the subcommands; it alone knows both halves
 * </pre>
 *
 * <p>A package may import {@code record} and those above it in its half, but {@code server} and {@code client} don't
 * know each other. {@code record} and {@code host} import no other, {@code doctor} imports {@code record} alone;
 * {@code selection}, {@code run} and {@code cli} know {@code host}. {@code ArchitectureTest} checks this.
 *
 * <p>The words of the project:
 *
 * <ul>
 *   <li>batch: all requests of one op, sent with never more than {@code concurrency} of them in flight
 *   <li>fork: a fresh JVM that measures one benchmark, as in JMH; the unit of replication
 *   <li>iteration: a part of a fork, for which JMH reports one score, as in JMH
 *   <li>setup: a JVM with its options and its class path, under a label; on the command line, an arm
 *   <li>arm: in a run, one benchmark under one set of parameters with one setup
 *   <li>suite: the benchmarks of others in the class path of a setup, with their own JMH
 *   <li>round: one fork of each arm of a run; forks of the same round are compared as pairs
 *   <li>turn: the time in which one fork of a group measures an iteration while the others wait
 *   <li>result set: all that was measured under one name, such as a JVM's or a file's
 *   <li>baseline: the result set, or the strategy, that others are compared with
 *   <li>candidate: a result set, or a strategy, that is compared with the baseline
 *   <li>verdict: slower, faster, unchanged, not slower, not faster or inconclusive, for one metric of one benchmark
 * </ul>
 */
package fanout;
