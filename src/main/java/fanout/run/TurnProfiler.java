package fanout.run;

import fanout.benchmark.BatchBenchmark;
import fanout.server.ForkedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Waits for the fork's turn before each iteration, warm-up included, and gives the turn back after it. Both happen
 * outside the timed part. It measures nothing: it is a profiler because JMH calls profilers there, so that the
 * benchmark itself need not know of turns.
 *
 * <p>Tested by {@code fanout.run.WaitingForksTest}.
 */
public final class TurnProfiler implements InternalProfiler {
    private final TurnOptions turnOptions;
    private TurnClient client;
    private int measured;

    /** @param options a {@link TurnOptions} */
    public TurnProfiler(String options) {
        this.turnOptions = TurnOptions.parse(options);
    }

    @Override
    public String getDescription() {
        return "lets the forks of a round take turns";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        try {
            if (client == null) { // not in the constructor: JMH also calls that in the parent
                setProperties();
                client = TurnClient.connect(
                        turnOptions, () -> Runtime.getRuntime().halt(1));
            }
            client.awaitTurn(new TurnRequest(
                    iteration.getType() == IterationType.WARMUP,
                    millis(iteration.getTime()),
                    millis(benchmark.getTimeout())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The benchmark and the forked server read these system properties; JMH has no parameter for them. */
    private void setProperties() {
        System.setProperty(BatchBenchmark.SETTLE_MILLIS, Integer.toString(turnOptions.settleMillis()));
        if (!turnOptions.serverJvm().isEmpty()) {
            System.setProperty(ForkedServer.JVM, turnOptions.serverJvm());
        }
    }

    private static long millis(TimeValue time) {
        return time.convertTo(TimeUnit.MILLISECONDS);
    }

    /**
     * After the last iteration it waits until the fork may end: the end of a JVM takes CPU from another fork's turn.
     */
    @Override
    public Collection<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        boolean counts = iteration.getType() == IterationType.MEASUREMENT;
        measured += counts ? 1 : 0;
        boolean last = counts && measured == iteration.getCount();
        try {
            client.giveBack(last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
