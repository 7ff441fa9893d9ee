package fanout.client;

/** Waits for the end of what a client has started. */
final class ShutdownWait {
    /** A wait of at most {@code millis}, which returns whether the end came. */
    interface TimedWait {
        boolean forMillis(long millis) throws InterruptedException;
    }

    private ShutdownWait() {}

    /** @throws IllegalStateException if {@code what} has not ended within {@link ClientSettings#CLOSE_TIMEOUT} */
    static void await(TimedWait wait, String what) {
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
