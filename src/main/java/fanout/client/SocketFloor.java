package fanout.client;

import fanout.record.JvmOptions;
import fanout.workload.Batch;
import fanout.workload.Hosts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The floor: what bare sockets can do, which the other strategies are compared with. {@code concurrency} connections to
 * each host, requests encoded in advance, and just enough of HTTP/1.1 to find each answer and to check its status, id
 * and payload. No TLS, no timeouts, nothing that an application could want.
 *
 * <p>The caller's thread selects. On a machine with several processors that would be no floor, since other strategies
 * have more threads: there {@link #prepare} finds out how many selectors, each with a thread and its share of the
 * connections, are the fastest. Until then, and so for the first batch, there is one.
 */
public final class SocketFloor implements FanOutClient {
    /** The system property that says how many selectors there are, so that they are not searched for. */
    public static final String SELECTORS = "fanout.floorSelectors";

    private final int concurrency;
    private final Hosts hosts;
    private final FloorRequests requests;
    private final List<FloorConnection> connections;
    private final boolean isSearched;
    private volatile List<FloorLoop> loops = List.of();
    private volatile ExecutorService threads;

    /** @throws IllegalArgumentException if the server wants TLS, or the property is not a number from 1 on */
    public SocketFloor(ClientSettings settings) {
        this(settings, selectorsOfThisJvm());
    }

    /** @param selectors 0 to begin with one, and to let {@link #prepare} search */
    SocketFloor(ClientSettings settings, int selectors) {
        if (settings.isSecure()) {
            throw new IllegalArgumentException("socketFloor has no TLS, so scheme must be http");
        }
        this.concurrency = settings.concurrency();
        this.hosts = settings.hosts();
        this.requests = new FloorRequests(settings);
        this.connections = IntStream.range(0, hosts.count() * concurrency)
                .mapToObj(i -> new FloorConnection(hosts.of(i), settings.server(i)))
                .toList();
        this.isSearched = selectors == 0;
        use(Math.max(1, Math.min(selectors, concurrency)));
    }

    /**
     * How many selectors the property of this JVM asks for; 0 if it asks for none.
     *
     * @throws IllegalArgumentException if it is not a number from 1 on; the message is one line
     */
    public static int selectorsOfThisJvm() {
        String given = System.getProperty(SELECTORS);
        return given == null ? 0 : parse(given);
    }

    /**
     * The same for a JVM with these options, of which the last one counts.
     *
     * @throws IllegalArgumentException as {@link #selectorsOfThisJvm}
     */
    public static int selectorsOf(List<String> options) {
        return JvmOptions.values(options, SELECTORS).map(SocketFloor::parse).reduce(0, (before, last) -> last);
    }

    private static int parse(String given) {
        if (!given.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("-D" + SELECTORS + " is " + given + ", must be 1 to 9999");
        }
        return Integer.parseInt(given);
    }

    /** Hands the connections to so many selectors; between batches. The connections stay open. */
    private void use(int selectors) {
        endLoops();
        loops = IntStream.range(0, selectors)
                .mapToObj(first -> new FloorLoop(share(first, selectors), hosts, requests))
                .toList();
        threads = selectors == 1 ? null : Executors.newFixedThreadPool(selectors - 1, SocketFloor::daemon);
    }

    /** The same slots to each host. */
    private List<FloorConnection> share(int first, int selectors) {
        return IntStream.range(0, connections.size())
                .filter(i -> i / hosts.count() % selectors == first)
                .mapToObj(connections::get)
                .toList();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-floor");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<String> prepare(UnmeasuredBatches batches) throws InterruptedException {
        if (!isSearched) {
            return Optional.of(told(loops.size()) + ", as -D" + SELECTORS + " says");
        }
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), concurrency);
        SelectorSearch.SelectorCount found =
                new SelectorSearch(batches, this::use).run(SelectorSearch.candidates(threads));
        use(found.selectors());
        return Optional.of(told(found.selectors()) + found.reason());
    }

    private static String told(int selectors) {
        return selectors == 1 ? "1 selector" : selectors + " selectors";
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        requests.encodeUpTo(batch.size());
        AtomicInteger next = new AtomicInteger();
        List<FloorLoop> all = loops;
        FloorLoop first = all.get(0);
        if (all.size() == 1) {
            first.run(batch, next);
            return;
        }
        CountDownLatch others = new CountDownLatch(all.size() - 1);
        for (FloorLoop loop : all.subList(1, all.size())) {
            threads.execute(() -> run(loop, batch, next, others));
        }
        first.run(batch, next);
        others.await();
    }

    private static void run(FloorLoop loop, Batch batch, AtomicInteger next, CountDownLatch running) {
        try {
            loop.run(batch, next);
        } catch (InterruptedException e) { // by close
            loop.abandon(e);
        } finally {
            running.countDown();
        }
    }

    @Override
    public int leasedConnections() {
        return loops.stream().mapToInt(FloorLoop::inFlight).sum();
    }

    private void endLoops() {
        loops.forEach(FloorLoop::close);
        ExecutorService old = threads;
        if (old != null) {
            old.shutdownNow();
            ShutdownWait.await(timeout -> old.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the selectors");
        }
    }

    @Override
    public void close() {
        loops.forEach(FloorLoop::close);
        connections.forEach(FloorConnection::close);
        endLoops();
    }
}
