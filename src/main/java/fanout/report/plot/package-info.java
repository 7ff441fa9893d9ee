/**
 * Plots as SVG, and their numbers as tables. It would serve any report: it imports nothing of Fanout.
 *
 * <p>In come numbers: {@code Series} of points with an {@code Axis} for each direction, or {@code RowPlot.Ratio}s. Out
 * goes a {@link fanout.report.plot.Figure}, in which all positions are computed; the template {@code figure.html} only
 * writes them down. Read {@link fanout.report.plot.Figure} first, then {@link fanout.report.plot.Panel} and
 * {@link fanout.report.plot.RowPlot}. {@code PanelLayout} is the only place that knows the size of a panel.
 *
 * <p>Why the plots are drawn by hand: a page must be one file that can be mailed and that loads nothing. It must be
 * readable in light and dark colours, on paper, on a phone and by a screen reader, and without scripts. Libraries for
 * plots in Java draw through AWT with one fixed colour scheme, and write no descriptions for screen readers; those in
 * JavaScript draw nothing without scripts. Here a style sheet chooses colours, dashes and marks, and Java only computes
 * positions.
 */
package fanout.report.plot;
