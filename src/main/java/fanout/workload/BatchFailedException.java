package fanout.workload;

/**
 * Thrown if a batch was not answered completely and correctly. The message names the first request that failed, the
 * cause is its error.
 */
public final class BatchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BatchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
