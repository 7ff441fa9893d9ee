package fanout.cli;

import fanout.server.MockServer;
import fanout.server.RemoteServer;
import fanout.server.ServerCounters;
import fanout.server.ServerSettings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code serve}: starts the mock server by itself, for another client, or for a benchmark in another process.
 *
 * <p>Tested by {@code fanout.cli.ServeTest} and {@code fanout.jar.ServeJarIT}.
 */
@Command(
        name = "serve",
        description = {
            "Starts the mock server, without a benchmark, until it is told to end.",
            "It speaks HTTP/1.1, and HTTP/2 to a client that knows so (h2c, without TLS). A benchmark's delayMillis and"
                    + " payloadBytes don't reach it: give them here."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "2:bad usage, or nothing can listen there: nothing was served",
            "130:ended by Ctrl-C (143 by SIGTERM)",
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "the name or address to listen on (default: 127.0.0.1, this machine alone)")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "the port; 0 is any that is free (default: 8080)")
    private int port = 8080;

    @Option(names = "--delay-millis", paramLabel = "N", description = "how long each answer waits, in ms (default: 0)")
    private int delayMillis;

    @Option(
            names = "--payload-bytes",
            paramLabel = "N",
            description = "length of each answer in bytes, up to 1 MiB; 0 is just the id (default: 0)")
    private int payloadBytes;

    @Option(
            names = "--io-threads",
            paramLabel = "N",
            description = "threads that read and answer (default: a quarter of the processors, and odd)")
    private int ioThreads = ServerSettings.defaultIoThreads();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException {
        MockServer server = start();
        warnIfReachable();
        PrintWriter out = spec.commandLine().getOut();
        InterruptHook end = new InterruptHook(() -> stop(server, out));
        out.println("Serving GET " + server.uri() + "/user/{id}; Ctrl-C stops it");
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // An interrupt asks it to end, as a signal does.
            end.cancel();
            stop(server, out);
        }
        return ExitCode.OK;
    }

    private void warnIfReachable() {
        if (!RemoteServer.isLoopback(host)) {
            spec.commandLine()
                    .getErr()
                    .println("fanout: --host " + host + ": every machine that reaches this one can use"
                            + " the server, which asks nobody who they are; 127.0.0.1 is this machine alone");
        }
    }

    private MockServer start() throws UsageException {
        try {
            return MockServer.start(new ServerSettings(host, port, ioThreads, delayMillis, payloadBytes));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static void stop(MockServer server, PrintWriter out) {
        ServerCounters seen = server.counters();
        server.close();
        out.println("Served " + seen.requests() + " requests over " + seen.connections() + " connections");
        out.flush();
    }
}
