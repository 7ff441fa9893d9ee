package fanout.study;

import fanout.client.ClientSettings;
import fanout.client.ClientSetup;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/**
 * The JVM that {@link ProfileStudy} looks at: warms up, prints what a request costs, writes a profile, then sends
 * batches until it is ended, and prints after each how many requests it has sent.
 */
final class ProfiledClient {
    private static final int BATCH = 1000;

    /** Of answers of a megabyte. */
    private static final int LARGE_BATCH = 200;

    private static final int CONCURRENCY = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private final FanOutClient client;
    private final int payloadBytes;
    private final int requests;

    private ProfiledClient(FanOutClient client, int payloadBytes) {
        this.client = client;
        this.payloadBytes = payloadBytes;
        this.requests = payloadBytes < UserBody.MAX_PAYLOAD_BYTES ? BATCH : LARGE_BATCH;
    }

    /** @param args server, strategy, setup or nothing, file of the profile, length of an answer */
    public static void main(String[] args) throws IOException, InterruptedException {
        ClientSetup setup = args[2].isEmpty() ? ClientSetup.IDIOMATIC : ClientSetup.valueOf(args[2]);
        ClientSettings settings = new ClientSettings(URI.create(args[0]), CONCURRENCY, null, setup);
        try (FanOutClient client = Strategy.valueOf(args[1]).open(settings)) {
            new ProfiledClient(client, Integer.parseInt(args[4])).run(Path.of(args[3]));
        }
    }

    private void run(Path profile) throws IOException, InterruptedException {
        send(WARM_UP);
        RequestCosts before = RequestCosts.now();
        long sent = send(MEASURED);
        String costs = RequestCosts.now().rowSince(before, sent);
        profile(profile);
        System.out.println(costs);
        for (sent = requests; !System.out.checkError(); sent += requests) {
            batch();
            System.out.println(sent);
        }
    }

    private void profile(Path file) throws IOException, InterruptedException {
        Path recorded = Files.createTempFile("fanout-profile-", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.CPUTimeSample").with("throttle", "5ms").withStackTrace();
            recording.start();
            send(MEASURED);
            recording.stop();
            recording.dump(recorded);
            Files.write(file, CpuProfile.read(recorded).lines());
        } finally {
            Files.delete(recorded);
        }
    }

    /** Returns how many requests were sent. */
    private long send(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long sent = 0;
        while (System.nanoTime() < end) {
            batch();
            sent += requests;
        }
        return sent;
    }

    private void batch() throws InterruptedException {
        Batch batch = new Batch(requests, payloadBytes);
        client.fetch(batch);
        batch.verify();
    }
}
