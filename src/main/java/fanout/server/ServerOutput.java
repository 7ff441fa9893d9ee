package fanout.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a forked server prints. Answers are kept for the caller that asked. All other lines are passed on to this
 * JVM's standard error; until the first answer they are held back instead, for {@link #reason} if the server fails to
 * start.
 */
final class ServerOutput {
    private static final int MOST_HELD_BACK = 100;

    /** How long to wait for what is still in the pipe when its process has ended. */
    private static final Duration PIPE_TIMEOUT = Duration.ofSeconds(1);

    /** Empty stands for the end of the output. */
    private final BlockingQueue<Optional<ServerAnswer>> answers = new LinkedBlockingQueue<>();

    private final List<String> heldBack = new ArrayList<>();
    private final Thread reader;
    private boolean started;
    private String last = "";

    /** Reads, on a thread of its own, until the output ends. */
    ServerOutput(InputStream output) {
        reader = new Thread(() -> read(output), "fanout-server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The next answer; empty at the end of the output.
     *
     * @throws IllegalStateException if neither comes in time
     */
    Optional<ServerAnswer> next(Duration timeout) {
        Optional<ServerAnswer> next = Uninterrupted.await(timeout, nanos -> answers.poll(nanos, TimeUnit.NANOSECONDS));
        if (next == null) {
            throw new IllegalStateException("the forked server did not answer within " + timeout.toSeconds() + " s");
        }
        if (next.isEmpty()) {
            answers.add(next); // for later calls
        }
        return next;
    }

    /**
     * The line that best explains why the process has ended, or an empty one. After a failed start it is the first
     * line, since JVMs print the cause before the details; later it is the last.
     */
    String reason() {
        Uninterrupted.await(PIPE_TIMEOUT, nanos -> {
            TimeUnit.NANOSECONDS.timedJoin(reader, nanos);
            return reader.isAlive();
        });
        return bestLine();
    }

    private synchronized String bestLine() {
        if (heldBack.stream().anyMatch(line -> line.contains("UnsupportedClassVersionError"))) {
            return "its Java is too old, 17 is the oldest that will do";
        }
        return started || heldBack.isEmpty() ? last : heldBack.get(0);
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            // The pipe broke with the process, which is its end as well.
        }
        answers.add(Optional.empty());
    }

    private synchronized void take(String line) {
        Optional<ServerAnswer> answer = ServerAnswer.parse(line);
        if (answer.isPresent()) {
            if (answer.get().ok()) {
                started = true;
                heldBack.forEach(System.err::println);
                heldBack.clear();
            }
            answers.add(answer);
            return;
        }
        last = line;
        if (started) {
            System.err.println(line);
        } else if (heldBack.size() < MOST_HELD_BACK) {
            heldBack.add(line);
        }
    }
}
