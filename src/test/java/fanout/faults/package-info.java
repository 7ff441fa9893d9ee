/**
 * Faults that are injected on purpose, each through the real harness, and what it must then say. {@code
 * results/faults.md} is the list of all of them, written by {@code FaultsIT}.
 */
package fanout.faults;
