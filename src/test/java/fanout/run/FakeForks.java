package fanout.run;

import fanout.host.IterationEnd;
import fanout.host.IterationStart;
import fanout.host.JvmWork;
import fanout.host.TurnClient;
import fanout.host.TurnOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.results.BenchmarkResult;

/** Forks that are threads: they take turns by the real protocol, and measure nothing. */
final class FakeForks implements ForkLauncher {
    /** The ways in which a fork fails. */
    enum Fault {
        NONE,
        NEVER_STARTS,
        DIES_AT_START,
        DIES_IN_TURN,
        HANGS_IN_TURN,
        DIES_AT_THE_END
    }

    /** Each turn, as {@code label method iteration}. */
    final List<String> turns = new CopyOnWriteArrayList<>();

    /** Each start, as {@code label method}. */
    final List<String> starts = new CopyOnWriteArrayList<>();

    final AtomicInteger killed = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger seeds = new AtomicInteger();
    private final Map<String, List<Fault>> faults = new HashMap<>();
    private CountDownLatch alive = new CountDownLatch(1);

    /** The faults of the first forks of an arm, in order; the others have none. */
    FakeForks with(String arm, Fault... ofForks) {
        faults.put(arm, new CopyOnWriteArrayList<>(ofForks));
        return this;
    }

    @Override
    public Future<BenchmarkResult> start(Arm arm, IterationOptions iterations, TurnOptions turnOptions) {
        starts.add(name(arm));
        CompletableFuture<BenchmarkResult> result = new CompletableFuture<>();
        List<Fault> left = faults.getOrDefault(name(arm), List.of());
        Fault fault = left.isEmpty() ? Fault.NONE : left.remove(0);
        int seed = seeds.incrementAndGet();
        Thread thread = new Thread(() -> {
            try {
                live(arm, turnOptions, fault);
                result.complete(Fixture.result(arm, seed));
            } catch (IOException | InterruptedException | IllegalStateException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private void live(Arm arm, TurnOptions turnOptions, Fault fault) throws IOException, InterruptedException {
        if (fault == Fault.NEVER_STARTS) {
            alive.await();
        }
        if (fault == Fault.DIES_AT_START) {
            throw new IllegalStateException("the VM did not start");
        }
        TurnClient client = TurnClient.connect(turnOptions, () -> {});
        int count = Fixture.WARMUPS + Fixture.MEASURED;
        for (int iteration = 1; iteration <= count; iteration++) {
            client.awaitTurn();
            client.begin(new IterationStart(iteration <= Fixture.WARMUPS, 10, 10));
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            turns.add(name(arm) + " " + iteration);
            fail(iteration, fault, client);
            Thread.sleep(1);
            atOnce.decrementAndGet();
            client.end(
                    new IterationEnd(iteration == count, Fixture.SCORES.get(iteration - 1), "ms/op", JvmWork.NOT_READ));
        }
        client.awaitTurn();
        if (fault == Fault.DIES_AT_THE_END) {
            throw new IllegalStateException("died at the end");
        }
    }

    private void fail(int iteration, Fault fault, TurnClient client) throws IOException, InterruptedException {
        if (iteration == 2 && fault == Fault.DIES_IN_TURN) {
            atOnce.decrementAndGet();
            client.close();
            throw new IllegalStateException("died in its turn");
        }
        if (iteration == 2 && fault == Fault.HANGS_IN_TURN) {
            alive.await();
            atOnce.decrementAndGet();
            throw new IllegalStateException("killed");
        }
    }

    static String name(Arm arm) {
        return arm.setup().label() + " " + arm.scenario().method();
    }

    @Override
    public void killAll() {
        killed.incrementAndGet();
        alive.countDown();
        alive = new CountDownLatch(1);
    }
}
