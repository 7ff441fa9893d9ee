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
 * The fork's side of taking turns. Before each iteration, warm-up included, it waits until the fork may measure, and
 * after it gives the turn back: both outside the timed part. It measures nothing; being a profiler is how JMH lets code
 * of ours in there without a word in the benchmark.
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
            if (client == null) { // not earlier: JMH also creates this in the parent
                tellTheBenchmark();
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

    private void tellTheBenchmark() {
        System.setProperty(BatchBenchmark.SETTLE_MILLIS, Integer.toString(turnOptions.settleMillis()));
        if (!turnOptions.serverJvm().isEmpty()) {
            System.setProperty(ForkedServer.JVM, turnOptions.serverJvm());
        }
    }

    private static long millis(TimeValue time) {
        return time.convertTo(TimeUnit.MILLISECONDS);
    }

    /** After the last iteration it waits once more: the end of a JVM takes CPU, which another's turn must not pay for. */
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
