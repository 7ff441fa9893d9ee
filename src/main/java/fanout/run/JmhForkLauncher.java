package fanout.run;

import fanout.host.PackedResult;
import fanout.host.TurnOptions;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * Starts each fork by a host process of its own, {@link fanout.host.ForkHost}, in which the arm's JMH does what it does
 * on its own command line.
 *
 * <p>Tested by {@code fanout.run.WaitingForksTest}, {@code fanout.cli.RunForksTest} and {@code fanout.jar.ArmsJarIT}.
 */
final class JmhForkLauncher implements ForkLauncher {
    private final ForkCommand command;
    private final JmhLog log;
    private final Path work;
    private final List<Process> hosts = new CopyOnWriteArrayList<>();

    /** @param work a folder for the files that pass between hosts and this process */
    JmhForkLauncher(RunSettings settings, JmhLog log, Path work) throws IOException {
        Path hostJar = work.resolve("fanout-host.jar");
        HostJar.write(hostJar);
        this.command = new ForkCommand(settings, hostJar);
        this.log = log;
        this.work = work;
    }

    @Override
    public Future<BenchmarkResult> start(Arm arm, IterationOptions iterations, TurnOptions turnOptions) {
        CompletableFuture<BenchmarkResult> result = new CompletableFuture<>();
        Thread waiting = new Thread(
                () -> {
                    try {
                        result.complete(measure(arm, iterations, turnOptions));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "fanout-fork-" + arm);
        waiting.setDaemon(true);
        waiting.start();
        return result;
    }

    private BenchmarkResult measure(Arm arm, IterationOptions iterations, TurnOptions turnOptions)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(work, "fork-", ".result");
        Process host = new ProcessBuilder(command.of(arm, file))
                .redirectErrorStream(true)
                .start();
        hosts.add(host);
        // The stream stays open while this process lives: the host ends when it is closed.
        try (ObjectOutputStream request = new ObjectOutputStream(host.getOutputStream())) {
            request.writeObject(command.request(arm, iterations, turnOptions));
            request.flush();
            String lastLine = log.copy(arm, host.getInputStream());
            int status = host.waitFor();
            byte[] result = Files.readAllBytes(file);
            if (status != 0) {
                String said = new String(result, StandardCharsets.UTF_8);
                throw new IOException(
                        said.isEmpty() ? "its host ended with exit code " + status + ": " + lastLine : said);
            }
            return PackedResult.unpack(result);
        } finally {
            hosts.remove(host);
            Files.deleteIfExists(file);
        }
    }

    /** Kills all hosts, their forks, and the processes that these have started. */
    @Override
    public void killAll() {
        for (Process host : hosts) {
            host.descendants().forEach(ProcessHandle::destroyForcibly);
            host.destroyForcibly();
        }
    }
}
