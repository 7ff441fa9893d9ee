/**
 * What Fanout brings into the processes of a JMH suite: the host process of a fork, and the profiler with which the
 * fork takes turns.
 *
 * <p>In comes a {@link fanout.host.ForkRequest}, from the run, on standard input. Out goes JMH's result of one fork, in
 * a file. {@link fanout.host.ForkHost} is the program between the two. It runs JMH's own {@code Runner} once, with the
 * class path of the arm, and so with the suite's own JMH. JMH's output and that of the fork go to standard output.
 *
 * <p>The fork itself takes turns over a loopback connection to the run: {@link fanout.host.TurnProfiler} waits where
 * JMH calls it outside its time limit of an iteration, and {@code TurnClient} speaks to the run.
 *
 * <p>This package imports no other package of Fanout and no library but JMH, since a suite must find nothing on its
 * class path but its own. It uses only what JMH {@value fanout.host.ForkHost#OLDEST_JMH} has, too.
 */
package fanout.host;
