package fanout.cli;

/** The exit codes of the process. A run that is interrupted ends with 130, which the JVM itself sets. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private ExitCode() {}
}
