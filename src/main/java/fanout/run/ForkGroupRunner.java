package fanout.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Function;

/** Runs the forks of one group: starts them one by one, lets them take turns until all have finished, and ends them. */
final class ForkGroupRunner {
    private final ForkLauncher launcher;
    private final Machine machine;
    private final ForkTimeouts timeouts;
    private final TurnPauses pauses;
    private final SortedMap<String, String> properties;
    private final RunListener progress;

    /** @param properties system properties that each fork sets before its first iteration */
    ForkGroupRunner(
            ForkLauncher launcher,
            Machine machine,
            ForkTimeouts timeouts,
            TurnPauses pauses,
            SortedMap<String, String> properties,
            RunListener progress) {
        this.launcher = launcher;
        this.machine = machine;
        this.timeouts = timeouts;
        this.pauses = pauses;
        this.properties = properties;
        this.progress = progress;
    }

    /**
     * Runs one group to its end. No fork is alive afterwards, even if one has failed.
     *
     * @param iterations those of a fork of each arm
     * @param random shuffles the order of turns, cycle by cycle
     * @return one fork for each arm, in the group's order
     * @throws ForkFailedException if one of the forks fails, dies, or takes too long; no fork of the group has a result
     *     then
     */
    List<FinishedFork> run(ForkGroup forkGroup, Function<Arm, IterationOptions> iterations, Random random)
            throws ForkFailedException, InterruptedException {
        List<LiveFork> liveForks = new ArrayList<>();
        try (TurnServer turnServer = new TurnServer()) {
            start(forkGroup, iterations, turnServer, liveForks);
            takeTurns(liveForks, random);
            List<FinishedFork> finished = new ArrayList<>();
            for (LiveFork liveFork : liveForks) {
                finished.add(liveFork.leave(machine, timeouts));
            }
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException("loopback can't be used", e);
        } finally {
            end(liveForks);
        }
    }

    /** Kills the forks that are still alive: none, if all went well. */
    private void end(List<LiveFork> liveForks) {
        launcher.killAll();
        for (LiveFork liveFork : liveForks) {
            try {
                liveFork.close();
            } catch (IOException e) {
                // The connection is gone already.
            }
        }
    }

    /** Starts each fork only when the one before it waits for its first turn, so that one fork works at a time. */
    private void start(
            ForkGroup forkGroup,
            Function<Arm, IterationOptions> iterations,
            TurnServer turnServer,
            List<LiveFork> liveForks)
            throws ForkFailedException {
        for (Arm arm : forkGroup.arms()) {
            int number = liveForks.size();
            Instant start = machine.now();
            LiveFork liveFork = new LiveFork(
                    arm, launcher.start(arm, iterations.apply(arm), turnServer.turnOptions(number, properties)), start);
            liveForks.add(liveFork);
            liveFork.arrive(turnServer, number, timeouts);
        }
    }

    private void takeTurns(List<LiveFork> liveForks, Random random) throws ForkFailedException, InterruptedException {
        List<LiveFork> cycle = new ArrayList<>(liveForks);
        for (int number = 0; !cycle.isEmpty(); number++) {
            TurnOrder.next(cycle, number, random);
            for (LiveFork liveFork : cycle) {
                machine.pause(Duration.ofMillis(pauses.pauseMillis()));
                liveFork.take(machine, timeouts, progress);
            }
            cycle.removeIf(LiveFork::isFinished);
        }
    }
}
