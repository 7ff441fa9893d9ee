package fanout.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Waits for the fork's turn before each iteration, warm-up included, and gives the turn back after it. It measures
 * nothing: it is a profiler because JMH calls profilers between iterations, so that the benchmark itself need not know
 * of turns.
 *
 * <p>JMH interrupts an iteration that takes longer than its {@code @Timeout}, and that time runs before
 * {@link #beforeIteration} is called. So the fork waits for its first turn in the constructor, and for the next one at
 * the end of {@link #afterIteration}: {@code BenchmarkHandler.runIteration} fixes its deadline between the two.
 *
 * <p>Tested by {@code fanout.run.WaitingForksTest} and {@code fanout.cli.TurnDeadlineTest}.
 */
public final class TurnProfiler implements InternalProfiler {
    private final TurnClient client;
    private int measured;
    private JvmWork before;

    /**
     * In the fork, waits for the first turn.
     *
     * @param options a {@link TurnOptions}
     */
    public TurnProfiler(String options) throws InterruptedException {
        TurnOptions turnOptions = TurnOptions.parse(options);
        client = turnOptions.areHostedHere() ? null : connect(turnOptions);
        if (client != null) {
            client.awaitTurn();
        }
    }

    private static TurnClient connect(TurnOptions turnOptions) {
        turnOptions.properties().forEach(System::setProperty);
        try {
            return TurnClient.connect(turnOptions, () -> Runtime.getRuntime().halt(1));
        } catch (IOException e) {
            // JMH would go on without the profiler, and so without turns.
            System.err.println("the run can't be reached: " + e);
            Runtime.getRuntime().halt(1);
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getDescription() {
        return "lets the forks of a round take turns";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // The beans that tell it load classes: a single shot is to find the JVM as cold as it is.
        if (before == null && benchmark.getMode() != Mode.SingleShotTime) {
            before = JvmWorkReader.read();
        }
        try {
            client.begin(new IterationStart(
                    iteration.getType() == IterationType.WARMUP,
                    millis(iteration.getTime()),
                    millis(benchmark.getTimeout())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JvmWork work() {
        if (before == null) {
            return JvmWork.NOT_READ;
        }
        JvmWork now = JvmWorkReader.read();
        JvmWork work = now.since(before);
        before = now;
        return work;
    }

    private static long millis(TimeValue time) {
        return time.convertTo(TimeUnit.MILLISECONDS);
    }

    /**
     * Gives the turn back, and waits for the next one. After the last iteration it waits until the fork may end: the
     * end of a JVM takes CPU from another fork's turn.
     */
    @Override
    public Collection<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        boolean counts = iteration.getType() == IterationType.MEASUREMENT;
        measured += counts ? 1 : 0;
        boolean last = counts && measured == iteration.getCount();
        try {
            if (result.getRawPrimaryResults().isEmpty()) {
                client.fail();
            } else {
                Result<?> score = result.getPrimaryResult();
                client.end(new IterationEnd(last, score.getScore(), score.getScoreUnit(), work()));
                client.awaitTurn();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
