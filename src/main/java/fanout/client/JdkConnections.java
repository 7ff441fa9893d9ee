package fanout.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The JDK's client, with its threads. Java 17 offers no way to close it: its selector's thread ends when nothing refers
 * to the client any more and its requests are over, so {@link #close} makes that happen.
 */
final class JdkConnections implements AutoCloseable {
    private static final String SELECTOR = "-SelectorManager";
    private static final long BETWEEN_COLLECTIONS_MILLIS = 50;

    static {
        // The client's classes read these once, when they are loaded. By default the client sends no Connection header
        // and refuses to send ours.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection");
        // By default it tries to connect twice, and then no longer says why it could not.
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        // From JDK 20 on it closes a connection that is idle for 30 s, as it may be in a fork that waits for its turn.
        System.setProperty(
                "jdk.httpclient.keepalive.timeout",
                String.valueOf(Duration.ofDays(1).toSeconds()));
    }

    private final ExecutorService callbacks;
    private final Set<Thread> selectors;
    private HttpClient client;

    private JdkConnections(ExecutorService callbacks, HttpClient client, Set<Thread> selectors) {
        this.callbacks = callbacks;
        this.client = client;
        this.selectors = selectors;
    }

    static JdkConnections open(ClientSettings settings, JdkOptions options) {
        if (!options.retries()) {
            sendTwiceAtMost();
        }
        ExecutorService callbacks = options.callbacks().apply(JdkConnections::daemon);
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        if (callbacks != null) { // else the client makes its own
            builder.executor(callbacks);
        }
        if (options.hasTimeLimit()) {
            builder.connectTimeout(options.timeLimit());
        }
        if (settings.isSecure()) {
            builder.sslContext(settings.tls());
        }
        Set<Thread> before = selectorThreads();
        HttpClient client = builder.build();
        Set<Thread> ours = selectorThreads();
        ours.removeAll(before);
        return new JdkConnections(callbacks, client, ours);
    }

    /**
     * By default it sends a request up to five times. It needs a second try, since it sometimes closes a connection
     * that it has just taken from its pool (JDK-8338569, JDK-8357639), so that batches fail on JDK 17 without one. The
     * server's count of connections shows how often that happens. The first client of a JVM decides.
     */
    private static void sendTwiceAtMost() {
        System.setProperty("jdk.httpclient.redirects.retrylimit", "2");
    }

    /** The threads are like those of the pool that the client would make for itself. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-jdk-client");
        thread.setDaemon(true);
        return thread;
    }

    private static Set<Thread> selectorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith(SELECTOR))
                .collect(Collectors.toSet());
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client = null;
        ShutdownWait.await(this::selectorsEnd, "the JDK client's selector");
        if (callbacks != null) {
            callbacks.shutdownNow();
            ShutdownWait.await(
                    millis -> callbacks.awaitTermination(millis, TimeUnit.MILLISECONDS), "the JDK client's threads");
        }
    }

    private boolean selectorsEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (Thread selector : selectors) {
            while (selector.isAlive() && System.nanoTime() - deadline < 0) {
                System.gc();
                selector.join(BETWEEN_COLLECTIONS_MILLIS);
            }
        }
        return selectors.stream().noneMatch(Thread::isAlive);
    }
}
