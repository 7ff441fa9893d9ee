package fanout.results;

/** A file or folder that does not hold JMH results. The message is one line that names the file and the place. */
public final class UnreadableResultsException extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableResultsException(String source, String problem) {
        super(source + ": " + problem);
    }
}
