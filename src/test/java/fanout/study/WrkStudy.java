package fanout.study;

import fanout.client.ClientSettings;
import fanout.client.SocketFloor;
import fanout.workload.Batch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares {@code socketFloor} with {@code wrk}, a load generator in C, on the same warm server, which runs in a JVM of
 * its own. They take turns of a second, whose order is turned each time. Writes {@code results/validation/wrk.csv}.
 *
 * <pre>
 * ./mvnw -B package exec:java -DskipTests -Dexec.mainClass=fanout.study.WrkStudy
 * </pre>
 *
 * <p>The floor sends batches of 1,000, each of which ends with fewer than 40 in flight, and of 100,000, of which that
 * part is negligible: {@code wrk} has no batches.
 */
public final class WrkStudy {
    static final Path FILE = Path.of("results", "validation", "wrk.csv");
    static final String HEADER = "round,wrkMillis,floorMillis,floorLongBatchMillis";

    private static final int CONCURRENCY = 40;
    private static final int BATCH = 1_000;
    private static final int LONG_BATCH = 100_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 30;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Pattern DONE = Pattern.compile("(\\d+) requests in ([0-9.]+)s");

    private WrkStudy() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServedJar server = ServedJar.start(Path.of(System.getProperty("java.home"), "bin", "java"));
                SocketFloor floor = new SocketFloor(new ClientSettings(server.uri(), CONCURRENCY))) {
            Files.write(FILE, rounds(server.uri(), floor));
        }
    }

    private static List<String> rounds(URI uri, SocketFloor floor) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round++) {
            double[] millis = new double[3];
            for (int turn = 0; turn < millis.length; turn++) {
                int which = round % 2 == 0 ? turn : millis.length - 1 - turn;
                millis[which] = which == 0 ? wrk(uri) : floor(floor, which == 1 ? BATCH : LONG_BATCH);
            }
            if (round > 0) {
                lines.add(String.format(Locale.ROOT, "%d,%.3f,%.3f,%.3f", round, millis[0], millis[1], millis[2]));
            }
        }
        return lines;
    }

    /** The time of 1,000 requests, in ms. */
    private static double floor(SocketFloor floor, int requests) throws InterruptedException {
        long start = System.nanoTime();
        int sent = 0;
        while (System.nanoTime() - start < TURN.toNanos()) {
            Batch batch = new Batch(requests);
            floor.fetch(batch);
            batch.verify();
            sent += requests;
        }
        return (System.nanoTime() - start) / 1e6 / sent * 1000;
    }

    /** As {@link #floor}. */
    private static double wrk(URI uri) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + CONCURRENCY, "-d" + TURN.toSeconds() + "s", uri + "/user/7")
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher done = DONE.matcher(output);
        if (wrk.waitFor() != 0 || !done.find() || output.contains("Non-2xx")) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(done.group(2)) * 1e3 / Long.parseLong(done.group(1)) * 1000;
    }
}
