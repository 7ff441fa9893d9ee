package fanout.compare;

import fanout.results.Arm;

/**
 * Two arms to hold against each other, benchmark by benchmark.
 *
 * @param jvm within which JVM's results the arms, strategies then, were measured; null if the arms are JVMs
 */
record Contrast(String jvm, Arm baseline, Arm candidate) {}
