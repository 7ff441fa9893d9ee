/**
 * What other people's tools need in a file of JMH JSON: results/README.md promises that they read ours, which takes
 * more than JMH's format. Each class says which fields its tool reads and by which it distinguishes benchmarks, and
 * names the source code where that is to be seen. Where JMH never writes what a tool would also take (a number as a
 * string, say), the check is stricter than the tool.
 */
package fanout.tools;
