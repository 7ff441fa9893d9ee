package fanout.report.plot;

/**
 * A line of the grid, and its label.
 *
 * @param at where it is, in the plot's own units
 * @param end whether the label ends at the line, because there is no room beyond it
 */
record GridLine(String at, String label, boolean end) {}
