/**
 * Fanout measures how a JVM issues a thousand HTTP calls best. The packages are the way the data flows:
 *
 * <pre>
 *   Workload -&gt; MockServer -&gt; FanOutClient -&gt; &#64;Benchmark -&gt; JMH JSON -&gt; compare -&gt; report
 *
 *   workload    what one op is: its numbers, the answers, and their verification
 *   server      the mock server, in the benchmark's JVM or its own, or the one that runs elsewhere
 *   client      one class for each way to fan out, and the settings that all of them share
 *   benchmark   the JMH classes, and the proof of concurrency
 *   selection   which benchmarks are measured under which parameters, and why others are not
 *   run         several JVMs and benchmarks, whose forks take turns; it writes the folder of a run
 *   record      the files of a run's folder, one model of them for those who write and those who read them
 *   results     reads JMH JSON and the folders of runs, and puts runs together
 *   compare     the statistics and the verdicts; pure functions
 *   report      the verdicts as text, Markdown and JSON, and the pages of runs
 *   cli         the command line: JMH's own, and the subcommands
 * </pre>
 */
package fanout;
