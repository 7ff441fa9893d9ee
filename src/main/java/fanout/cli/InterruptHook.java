package fanout.cli;

/** Runs an action if the JVM is asked to end (Ctrl-C, SIGTERM) before this is cancelled. */
final class InterruptHook {
    private final Thread hook;

    InterruptHook(Runnable action) {
        hook = new Thread(action, "fanout-on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, so the action runs.
        }
    }
}
