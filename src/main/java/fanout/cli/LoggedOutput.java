package fanout.cli;

import java.io.PrintStream;

/** Redirects the output of forks, which JMH prints on this process's own streams. */
final class LoggedOutput {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    LoggedOutput(PrintStream log) {
        System.setOut(log);
        System.setErr(log);
    }

    void restore() {
        System.setOut(out);
        System.setErr(err);
    }
}
