package fanout.compare;

import fanout.results.ResultSet;

/**
 * Two arms to compare, benchmark by benchmark.
 *
 * @param jvm on which the arms were measured, if they are strategies; null if they are JVMs
 */
record Contrast(String jvm, ResultSet baseline, ResultSet candidate) {}
