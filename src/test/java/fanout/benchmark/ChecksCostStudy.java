package fanout.benchmark;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.testing.Jar;
import fanout.workload.Batch;
import fanout.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Shows what the checks of a {@link Trial} cost a batch: the bound on the wait for an answer, and the count of
 * connections that are closed. Batches with and without them take turns within one JVM, in pairs whose order is turned
 * each time, so that a machine whose speed changes changes for both. Writes {@code results/validation/checks-cost.csv},
 * a line a JVM.
 *
 * <pre>
 * ./mvnw -B package exec:java -DskipTests -Dexec.mainClass=fanout.benchmark.ChecksCostStudy
 * </pre>
 */
public final class ChecksCostStudy {
    static final Path FILE = Path.of("results", "validation", "checks-cost.csv");
    static final String HEADER = "strategy,fork,pairs,bareMillis,checkedMillis,medianRatio";

    private static final List<Strategy> CORE = List.of(Strategy.BLOCKING_THREAD_POOL, Strategy.SEMAPHORE_ASYNC);
    private static final int FORKS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private ChecksCostStudy() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            System.out.println(measure(Strategy.valueOf(args[0])));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int fork = 1; fork <= FORKS; fork++) {
            for (Strategy strategy : CORE) {
                lines.add(strategy + "," + fork + "," + inOtherJvm(strategy));
                Files.write(FILE, lines);
            }
        }
    }

    private static String inOtherJvm(Strategy strategy) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Jar.CLASS_PATH_WITH_TESTS,
                        ChecksCostStudy.class.getName(),
                        strategy.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(strategy + " failed: " + line);
        }
        return line;
    }

    private static String measure(Strategy strategy) throws IOException, InterruptedException {
        Workload workload = new Workload(1000, 40);
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = strategy.open(new ClientSettings(server.uri(), workload.concurrency()));
                AnswerTimeout timeout = new AnswerTimeout(client, AnswerTimeout.ofThisJvm())) {
            Pairs pairs = new Pairs(client, timeout, workload, new ConnectionCheck(server.uri(), workload, false));
            pairs.bare(); // opens the connections
            pairs.send(WARM_UP);
            pairs.nanos.clear();
            pairs.send(MEASURED);
            return pairs.summary();
        }
    }

    /** Pairs of batches. */
    private static final class Pairs {
        private final FanOutClient client;
        private final AnswerTimeout timeout;
        private final Workload workload;
        private final ConnectionCheck connections;

        /** Of each pair the time without and with the checks. */
        private final List<long[]> nanos = new ArrayList<>();

        Pairs(FanOutClient client, AnswerTimeout timeout, Workload workload, ConnectionCheck connections) {
            this.client = client;
            this.timeout = timeout;
            this.workload = workload;
            this.connections = connections;
        }

        void send(Duration time) throws InterruptedException {
            connections.begin(true);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                long first = nanos.size() % 2 == 0 ? bare() : checked();
                long second = nanos.size() % 2 == 0 ? checked() : bare();
                nanos.add(nanos.size() % 2 == 0 ? new long[] {first, second} : new long[] {second, first});
            }
            connections.end();
        }

        private long bare() throws InterruptedException {
            long start = System.nanoTime();
            Batch batch = new Batch(workload.requests());
            client.fetch(batch);
            batch.verify();
            return System.nanoTime() - start;
        }

        private long checked() throws InterruptedException {
            long start = System.nanoTime();
            Batch batch = new Batch(workload.requests());
            timeout.fetch(batch);
            batch.verify();
            connections.add(batch);
            return System.nanoTime() - start;
        }

        String summary() {
            return String.format(
                    Locale.ROOT,
                    "%d,%.3f,%.3f,%.5f",
                    nanos.size(),
                    median(nanos.stream().mapToDouble(pair -> pair[0] / 1e6).toArray()),
                    median(nanos.stream().mapToDouble(pair -> pair[1] / 1e6).toArray()),
                    median(nanos.stream()
                            .mapToDouble(pair -> (double) pair[1] / pair[0])
                            .toArray()));
        }

        private static double median(double[] values) {
            Arrays.sort(values);
            return values[values.length / 2];
        }
    }
}
