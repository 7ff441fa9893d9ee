/**
 * What other people's tools ask of a file of JMH JSON, so that the promise that they read ours is held against more than
 * JMH's format. Each class says which fields its tool reads and by what it tells benchmarks apart, and names the source
 * that this was read in. Where JMH never writes what a tool would also take (a number as a string, say), the check is
 * stricter than the tool.
 */
package fanout.tools;
