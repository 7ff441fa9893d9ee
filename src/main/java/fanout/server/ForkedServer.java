package fanout.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A mock server in a JVM of its own, on this machine. It ends with this JVM, however this one ends.
 *
 * <p>Its JVM is the one whose JAVA_HOME the system property {@value #JVM} names, or else the same as this one. Its
 * class path is that of the property {@value #CLASS_PATH}, or else this JVM's.
 */
public final class ForkedServer implements GatedServer {
    /** The system property that names the JAVA_HOME of the server's JVM. */
    public static final String JVM = ServerJvm.PROPERTY;

    /** The system property that names the class path of the server, if it is not that of this JVM. */
    public static final String CLASS_PATH = ServerJvm.CLASS_PATH;

    /** The system property that lists the CPUs which the server is pinned to; without it they are this JVM's. */
    public static final String CPUS = ServerJvm.CPUS;

    private static final Duration START = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final List<URI> uris;
    private final String javaVersion;
    private final int ioThreads;

    private ForkedServer(ServerProcess process, List<URI> uris, String javaVersion, int ioThreads) {
        this.process = process;
        this.uris = uris;
        this.javaVersion = javaVersion;
        this.ioThreads = ioThreads;
    }

    /**
     * Starts a server; when this returns, it accepts connections.
     *
     * @throws IllegalArgumentException if {@value #JVM} names anything but a JAVA_HOME
     * @throws IOException if the server does not start within 30 s; the message says why in one line
     */
    public static ForkedServer start(ServerSettings settings) throws IOException {
        return start(settings, ServerJvm.named(), START, ServerProcess.END);
    }

    static ForkedServer start(ServerSettings settings, ServerJvm jvm, Duration timeout, Duration end)
            throws IOException {
        try {
            ServerProcess process = ServerProcess.start(jvm.command(settings), end);
            try {
                String[] greeting = process.answer(timeout).split(" ", 2);
                List<URI> uris = settings.uris(Integer.parseInt(greeting[0]));
                return new ForkedServer(process, uris, greeting[1], settings.ioThreads());
            } catch (RuntimeException e) {
                process.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("on the JVM in " + jvm.home() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts a server and ends it, to check that this works.
     *
     * @throws IllegalArgumentException as {@link #start}
     * @throws IOException as {@link #start}
     */
    public static void probe() throws IOException {
        start(ServerSettings.onLoopback(0, 0)).close();
    }

    @Override
    public List<URI> uris() {
        return uris;
    }

    @Override
    public String where() {
        return "in a process of its own, on Java " + javaVersion + MockServer.equipment(ioThreads, uris.size());
    }

    @Override
    public ServerCounters counters() {
        long[] seen = Stream.of(process.ask(ServerCommand.COUNTERS).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new ServerCounters(seen[0], seen[1], Math.toIntExact(seen[2]), Math.toIntExact(seen[3]));
    }

    @Override
    public void resetCounters() {
        process.ask(ServerCommand.RESET_COUNTERS);
    }

    @Override
    public long firstBatch() {
        return Long.parseLong(process.ask(ServerCommand.FIRST_BATCH));
    }

    @Override
    public OptionalLong busiestIoNanos() {
        String nanos = process.ask(ServerCommand.BUSIEST_IO_NANOS);
        return nanos.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(nanos));
    }

    @Override
    public Gate closeGate() {
        process.ask(ServerCommand.CLOSE_GATE);
        return new ForkedGate(process);
    }

    @Override
    public Optional<String> death() {
        return process.death();
    }

    /** The process of the server. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
