package fanout.client;

/** Waits for the end of what a client has started. */
final class Closing {
    /** A wait of at most {@code millis} that tells whether the end came. */
    interface Wait {
        boolean forMillis(long millis) throws InterruptedException;
    }

    private Closing() {}

    /** @throws IllegalStateException if {@code what} has not ended within {@link ClientSettings#CLOSE_TIMEOUT} */
    static void await(Wait wait, String what) {
        try {
            if (!wait.forMillis(ClientSettings.CLOSE_TIMEOUT.toMillis())) {
                throw new IllegalStateException(what + " did not end within " + ClientSettings.CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + what, e);
        }
    }
}
