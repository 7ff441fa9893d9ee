package fanout.cli;

/** The command line, or what it points to, can't be used. Its message is the one line that the user sees. */
public class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
