/**
 * The command line: JMH's own, and the subcommands {@code run}, {@code compare}, {@code report}, {@code serve} and
 * {@code doctor}.
 *
 * <p>In come the words of a command line. Out go an exit code, results on standard output, and complaints of one line
 * on standard error. A command that can't be carried out as it was given ends with a {@link fanout.cli.UsageException}
 * and exit code 2.
 *
 * <p>Read {@link fanout.cli.Launcher} first. Without a subcommand, {@code JmhMode} checks the options and starts JMH;
 * {@code RunCommand} makes a {@code PreparedRun}, new or resumed, has {@code run} carry it out, and ends with a
 * {@code RunReport};
 * {@code CompareCommand} and {@code ReportCommand} read results, have them judged, and write a report. A new subcommand
 * is a class that {@code RootCommand} lists.
 *
 * <p>This is the only package that may import both the half that measures and the half that judges. No other package
 * imports it but {@code fanout}, whose {@code Main} starts it.
 */
package fanout.cli;
