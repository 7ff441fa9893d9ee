package fanout.run;

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
import org.openjdk.jmh.runner.RunnerException;

/** One fork of a group while it is alive: its connection, and the turns that it has had. */
final class LiveFork implements Closeable {
    private static final Duration CAUSE_TIMEOUT = Duration.ofSeconds(15);

    private final Arm arm;
    private final Future<ForkResult> fork;
    private final Instant start;
    private final List<Turn> turns = new ArrayList<>();
    private ForkConnection connection;
    private TurnRequest request;
    private boolean finished;

    LiveFork(Arm arm, Future<ForkResult> fork, Instant start) {
        this.arm = arm;
        this.fork = fork;
        this.start = start;
    }

    boolean isFinished() {
        return finished;
    }

    /** Waits until the fork has started and asks for its first turn. */
    void arrive(TurnServer turnServer, int number, ForkTimeouts timeouts) throws ForkFailedException {
        try {
            connection = turnServer.accept(number, fork, timeouts.start());
            request = connection.request(timeouts.start());
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
        boolean warmup = request.warmup();
        progress.turn(arm, turns.size() + 1, warmup);
        try {
            connection.grant();
            finished = connection.awaitEnd(timeouts.turn(request));
            double seconds = seconds(granted, machine.now());
            Double steal = machine.cpuTimes().stealSince(before);
            turns.add(new Turn(turns.size() + 1, warmup, granted, seconds, load, steal, ruler, null));
            if (!finished) {
                request = connection.request(timeouts.grace());
            }
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
            ForkResult result = fork.get(timeouts.end().toMillis(), TimeUnit.MILLISECONDS);
            Duration lifetime = Duration.between(start, machine.now());
            // Scores are complete only now: one can arrive after its turn has ended.
            List<Turn> scored =
                    turns.stream().map(turn -> turn.scored(result.scores())).toList();
            return new FinishedFork(arm, start, lifetime, scored, result.jmh());
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

    /** The fork may have ended; JMH then reports the cause, possibly with a delay. */
    private ForkFailedException failure(Exception seen) {
        try {
            fork.get(seen instanceof ForkTimeoutException ? 0 : CAUSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            boolean wrapped =
                    e.getCause() instanceof RunnerException && e.getCause().getCause() != null;
            Throwable cause = wrapped ? e.getCause().getCause() : e.getCause();
            return new ForkFailedException(arm, Causes.inOneLine(cause), e);
        } catch (TimeoutException e) {
            // The fork has not ended: it hangs.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ForkFailedException(arm, seen.getMessage(), seen);
    }
}
