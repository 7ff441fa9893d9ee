package fanout.cli;

/**
 * The results are readable, but hold nothing that could be held against each other. For `compare` that is bad usage,
 * and the message says what would be right; for the end of a run it is not.
 */
final class NothingToCompareException extends UsageException {
    private static final long serialVersionUID = 1L;

    NothingToCompareException(String message) {
        super(message);
    }
}
