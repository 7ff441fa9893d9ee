package fanout.server;

import fanout.workload.Hosts;
import fanout.workload.UserBody;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.xnio.Options;

/**
 * The service that a batch calls. It answers
 *
 * <ul>
 *   <li>{@code GET /user/{id}} with 200 and the {@link UserBody} of that id, which is ASCII digits that fit a long;
 *   <li>any other id, in that one segment, with 400;
 *   <li>any other method there with 405 and {@code Allow: GET};
 *   <li>any other path with 404;
 *   <li>where it has several {@link Hosts}, an id that is another's with 421;
 *   <li>with 500, if it fails itself.
 * </ul>
 *
 * <p>Each answer is {@code application/json}; that of an error is {@code {"error":"why"}}. Only what is not HTTP, or
 * lacks a {@code Host}, is refused without such a body. Query strings are ignored. Connections are kept alive without
 * limit; request headers may take 8 KiB.
 *
 * <p>All that over HTTP/1.1 and over HTTP/2: without TLS by prior knowledge (or an {@code Upgrade: h2c}), with TLS by
 * ALPN. A thousand streams, and more, may be open on one connection. (One difference: over HTTP/2, Undertow no longer
 * shows in which case a method was written, though methods are case-sensitive.)
 *
 * <p>Nothing is logged. The threads are daemons, so they don't keep the JVM alive.
 *
 * <p>Tested by {@code fanout.server.RoutesTest} and {@code fanout.server.ServerContractTest}.
 */
public final class MockServer implements GatedServer {
    private static final int MAX_REQUEST_BYTES = 8 * 1024;
    private static final int BACKLOG = 4096;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int BUFFERS_PER_THREAD = 12;
    private static final int SHUTDOWN_TIMEOUT_MILLIS = 2_000;

    /**
     * Announced to the client, and more than enough. To announce nothing would mean no limit, but not every client
     * understands it so.
     */
    private static final int MAX_STREAMS = 1 << 16;

    private final LiveCounters counters = new LiveCounters();
    private final Delays delays;
    private final UserHandler handler;
    private final Undertow undertow;
    private final List<URI> uris;
    private final int ioThreads;

    /** Null until the counters are reset: what nobody asks for loads no classes. */
    private IoThreadCpu cpu;

    private MockServer(ServerSettings settings, int port, LongFunction<ByteBuffer[]> bodies) {
        delays = new Delays(settings.delayMillis(), settings.delaySpread());
        handler = new UserHandler(settings.hosts(), bodies, delays, counters);
        undertow = configure(settings, port, handler);
        undertow.start();
        InetSocketAddress listening =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        uris = settings.uris(listening.getPort());
        ioThreads = settings.ioThreads();
    }

    /**
     * Starts a server; when this returns, it accepts connections.
     *
     * @throws UncheckedIOException if it cannot listen there: the port is taken, say, or there is no such host
     */
    public static MockServer start(ServerSettings settings) {
        return start(settings, new BodyBuffers(new UserBody(settings.payloadBytes()))::of);
    }

    static MockServer start(ServerSettings settings, LongFunction<ByteBuffer[]> bodies) {
        List<String> addresses = settings.addresses();
        int port = addresses.size() == 1 ? settings.port() : FreePort.of(addresses, settings.port());
        try {
            return new MockServer(settings, port, bodies);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cause) {
                String where = settings.host() + ":" + port;
                throw new UncheckedIOException("cannot listen on " + where + ": " + cause.getMessage(), cause);
            }
            throw e;
        }
    }

    @Override
    public List<URI> uris() {
        return uris;
    }

    /** The port that it listens on, never 0. */
    public int port() {
        return uri().getPort();
    }

    @Override
    public String where() {
        return "in the benchmark's JVM" + equipment(ioThreads, uris.size());
    }

    /** How many I/O threads and addresses a server has, as the end of what {@link #where} says. */
    static String equipment(int ioThreads, int addresses) {
        return ", with " + ioThreads + (ioThreads == 1 ? " I/O thread" : " I/O threads")
                + (addresses == 1 ? "" : ", on " + addresses + " addresses");
    }

    /** What the names of its I/O threads begin with: each server of a JVM has another. */
    String workerName() {
        return undertow.getWorker().getName();
    }

    @Override
    public ServerCounters counters() {
        return counters.snapshot();
    }

    @Override
    public synchronized void resetCounters() {
        counters.reset();
        delays.reset();
        if (cpu == null) {
            cpu = IoThreadCpu.of(workerName());
        } else {
            cpu.reset();
        }
    }

    @Override
    public long firstBatch() {
        return delays.firstBatch();
    }

    @Override
    public synchronized OptionalLong busiestIoNanos() {
        return cpu == null ? OptionalLong.empty() : cpu.busiest();
    }

    @Override
    public Gate closeGate() {
        return handler.closeGate();
    }

    /** {@inheritDoc} Before that, it opens a closed gate. */
    @Override
    public void close() {
        handler.openGate();
        // Undertow waits for its threads, which would fail at once, and halfway, on an interrupted thread.
        boolean interrupted = Thread.interrupted();
        try {
            undertow.stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Undertow configure(ServerSettings settings, int port, UserHandler handler) {
        return listeners(settings, port)
                .setHandler(handler)
                .setIoThreads(settings.ioThreads())
                .setWorkerThreads(1) // nothing is dispatched to them but the arithmetic of TLS handshakes
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setSocketOption(Options.BACKLOG, BACKLOG)
                .setByteBufferPool(bufferPool())
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                // A client that waits for its turn to be measured must find its connections still open.
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // Else an answer would wait for the delay, or the gate, of the next request on its connection.
                .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_REQUEST_BYTES)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) MAX_REQUEST_BYTES)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, SHUTDOWN_TIMEOUT_MILLIS)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, MAX_STREAMS)
                // By default the 201st stream cancelled within 30 s ends its connection: a guard against an attack,
                // which one client that gives up one batch would look like. Of requests whose head is their end it
                // counts only what the server cancels, so UnansweredStreams is a guard of our own.
                .setServerOption(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, UnansweredStreams.MOST)
                .build();
    }

    private static Undertow.Builder listeners(ServerSettings settings, int port) {
        Undertow.Builder builder = Undertow.builder();
        for (String address : settings.addresses()) {
            if (settings.isSecure()) {
                builder.addHttpsListener(port, address, LocalhostTls.server());
            } else {
                builder.addHttpListener(port, address);
            }
        }
        return builder;
    }

    /**
     * Undertow's own pool has buffers of a size that depends on the heap, and keeps 4 a thread; all others it allocates
     * and frees again each time, through sun.misc.Unsafe, of which JDK 24 and newer warn on stderr.
     */
    private static ByteBufferPool bufferPool() {
        return new DefaultByteBufferPool(true, BUFFER_BYTES, Integer.MAX_VALUE, BUFFERS_PER_THREAD);
    }
}
