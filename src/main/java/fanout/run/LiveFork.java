package fanout.run;

import fanout.host.IterationEnd;
import fanout.host.IterationStart;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.results.BenchmarkResult;

/** One fork of a group while it is alive: its connection, and the turns that it has had. */
final class LiveFork implements Closeable {
    private static final Duration CAUSE_TIMEOUT = Duration.ofSeconds(15);

    private final Arm arm;
    private final Future<BenchmarkResult> fork;
    private final Instant start;
    private final List<Turn> turns = new ArrayList<>();
    private ForkConnection connection;
    private boolean finished;

    LiveFork(Arm arm, Future<BenchmarkResult> fork, Instant start) {
        this.arm = arm;
        this.fork = fork;
        this.start = start;
    }

    boolean isFinished() {
        return finished;
    }

    /** Waits until the fork has started and waits for its first turn. */
    void arrive(TurnServer turnServer, int number, ForkTimeouts timeouts) throws ForkFailedException {
        try {
            connection = turnServer.accept(number, fork, timeouts.start());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Gives the fork one turn, and waits until the turn has ended. */
    void take(Machine machine, ForkTimeouts timeouts, RunListener progress) throws ForkFailedException {
        double ruler = machine.rulerMillis();
        double load = machine.loadAverage();
        Machine.CpuTimes before = machine.cpuTimes();
        Instant granted = machine.now();
        int number = turns.size() + 1;
        try {
            connection.grant();
            IterationStart started = connection.awaitStart(timeouts.grace());
            progress.turn(arm, number, started.warmup());
            IterationEnd ended = connection.awaitEnd(timeouts.turn(started));
            double seconds = seconds(granted, machine.now());
            Double steal = machine.cpuTimes().stealSince(before);
            turns.add(new Turn(
                    number, started.warmup(), granted, seconds, load, steal, ruler, ended.score(), ended.work()));
            finished = ended.last();
            progress.iteration(arm, started.warmup(), ended.score(), ended.unit());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    /** Lets the fork end, and waits until it has ended. */
    FinishedFork leave(Machine machine, ForkTimeouts timeouts) throws ForkFailedException, InterruptedException {
        try {
            connection.release();
            BenchmarkResult result = fork.get(timeouts.end().toMillis(), TimeUnit.MILLISECONDS);
            return new FinishedFork(arm, start, Duration.between(start, machine.now()), turns, result);
        } catch (ExecutionException | IOException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw new ForkFailedException(
                    arm, "did not end within " + timeouts.end().toSeconds() + " s", e);
        }
    }

    /** Closes the connection. A fork that is still alive then ends itself. */
    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }

    /** The fork may have ended; its host then reports the cause, possibly with a delay. */
    private ForkFailedException failure(Exception seen) {
        try {
            fork.get(seen instanceof ForkTimeoutException ? 0 : CAUSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new ForkFailedException(arm, e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            // The fork has not ended: it hangs.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ForkFailedException(arm, seen.getMessage(), seen);
    }
}
