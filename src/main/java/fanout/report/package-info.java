/**
 * The verdicts as text, Markdown, JSON and HTML, the page of a run, and the history of many runs.
 *
 * <p>In come a {@link fanout.compare.Comparison} and, for a page, the {@link fanout.results.RunDetails} whose folder
 * has been
 * read; out goes a string. This package opens no file and knows no clock: {@code fanout.cli} reads and writes. It must
 * not import the command line, nor any package that measures, nor JMH.
 *
 * <p>Read {@link fanout.report.ReportFormat} and {@link fanout.report.HtmlReport} first. {@code ReportText} has the
 * sentences that text, Markdown and HTML share, {@code VerdictSentence} those that only a page has. {@code ArmNames}
 * decides whether they speak of JVMs or of arms, {@code ArmSentences} says what arms differ in. The templates are in
 * the folder {@code fanout/report} of the resources; {@code page.html} is the page, {@code figure.html} one plot of it.
 *
 * <p>To add a plot of data that {@code PageData} has:
 *
 * <ol>
 *   <li>{@code report/XPlot.java}: a class with a method {@code of} that returns a {@link fanout.report.plot.Figure},
 *       or is empty if the run has no such data. {@code Figure.ofPanels} takes small plots of lines and points,
 *       {@code Figure.ofRows} ratios with their intervals. {@code ByResultSet} groups values by benchmark and JVM.
 *       {@code WarmupPlot} is a short example.
 *   <li>{@code report/HtmlReport.java}: one line in {@code figures()}, which is the order of the page.
 *   <li>{@code ReportPageTest.thePageShowsAllThatARunHas}, in {@code fanout.cli}: its heading.
 * </ol>
 *
 * The tests of the page then check it in a browser: its size, its words for screen readers, and both colour schemes. If
 * the sample runs lack the data, {@code testing/SampleFork} needs them, too. If the folder of a run has data that
 * {@link fanout.results.ForkDetails} lacks, they are added there first, and to the reader of folders.
 */
package fanout.report;
