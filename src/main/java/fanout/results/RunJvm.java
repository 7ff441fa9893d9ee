package fanout.results;

/**
 * One of the JVMs of a run: what distinguishes it from the others of that run, and is equal in another run of the same
 * JVMs.
 *
 * @param label its name in the results
 * @param control whether it is the baseline's JVM a second time
 */
public record RunJvm(String label, boolean control) {}
