package fanout.cli;

import java.io.PrintStream;

/** What forks print, JMH prints on this process's own streams; this sends it elsewhere. */
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
