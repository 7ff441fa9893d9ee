package fanout.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process that answers commands, line by line. Its standard input is its lifeline: without it, it ends.
 *
 * <p>Tested by {@code fanout.server.ForkedServerTest} and {@code fanout.server.OrphanTest}.
 */
final class ServerProcess implements AutoCloseable {
    /** A command takes a millisecond; but the machine may be busy. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** How long it may take to end, by itself and when killed. */
    static final Duration END = Duration.ofSeconds(5);

    /**
     * How long to wait for the end: a dying process drops its connections a moment before it can be seen to have ended.
     */
    private static final Duration DEATH_TIMEOUT = Duration.ofSeconds(1);

    /**
     * Environment variables that would pass flags of the benchmark to the server's JVM, which would print that it
     * picked them up.
     */
    private static final List<String> NOISY_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final Duration end;
    private final OutputStream commands;
    private final ServerOutput output;

    /** JMH does not close what a failed benchmark has opened, and a process that is stopped does not end by itself. */
    private final Thread hook;

    /** Why no command can be given any more; null as long as it can. */
    private String over;

    private ServerProcess(Process process, Duration end) {
        this.process = process;
        this.end = end;
        this.commands = process.getOutputStream();
        this.output = new ServerOutput(process.getInputStream());
        this.hook = new Thread(process::destroyForcibly, "fanout-server-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws IOException if the command can't be run */
    static ServerProcess start(List<String> command) throws IOException {
        return start(command, END);
    }

    /** The same, with another time for it to end than 5 s. */
    static ServerProcess start(List<String> command, Duration end) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(NOISY_VARIABLES);
        return new ServerProcess(builder.start(), end);
    }

    /** Sends a command and returns the text of its answer; {@link #answer} says what it throws. */
    synchronized String ask(ServerCommand command) {
        if (over != null) {
            throw new IllegalStateException(over);
        }
        try {
            commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
        } catch (IOException e) {
            // The pipe is broken, since nobody reads it any more: the output has ended too, which is reported below.
        }
        return answer(ANSWER_TIMEOUT);
    }

    /**
     * The next answer; the first one comes unasked, when the process has started.
     *
     * @throws IllegalStateException if it refuses, dies, or says nothing in time, after which it is ended
     */
    synchronized String answer(Duration timeout) {
        ServerAnswer next;
        try {
            next = output.next(timeout).orElseThrow(() -> new IllegalStateException(ended()));
        } catch (IllegalStateException e) {
            over = e.getMessage();
            close(); // a late answer would be taken for that of the next command
            throw e;
        }
        if (!next.ok()) {
            throw new IllegalStateException(next.text());
        }
        return next.text();
    }

    /** How it has ended, though nobody closed it; empty if it lives. Waits a second for that. */
    Optional<String> death() {
        boolean dead = Uninterrupted.await(DEATH_TIMEOUT, nanos -> process.waitFor(nanos, TimeUnit.NANOSECONDS));
        return dead ? Optional.of(ended()) : Optional.empty();
    }

    long pid() {
        return process.pid();
    }

    /**
     * Ends the process: it has 5 s to do so by itself, and 5 s when killed. Idempotent.
     *
     * @throws IllegalStateException if it lives on
     */
    @Override
    public synchronized void close() {
        over = over == null ? "the forked server is closed" : over;
        removeHook();
        try {
            commands.close();
        } catch (IOException e) {
            // The pipe is broken already, so the process can't be asked to end; it is ended below all the same.
        }
        if (!endsInTime()) {
            process.destroyForcibly();
            if (!endsInTime()) {
                throw new IllegalStateException("the forked server, process " + pid() + ", does not end");
            }
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM ends, and the hook runs.
        }
    }

    private boolean endsInTime() {
        return Uninterrupted.await(end, nanos -> process.waitFor(nanos, TimeUnit.NANOSECONDS));
    }

    private String ended() {
        if (!endsInTime()) {
            return "the forked server has closed its output";
        }
        String reason = output.reason();
        return "the forked server died with exit code " + process.exitValue()
                + (reason.isEmpty() ? "" : ": " + reason.strip());
    }
}
