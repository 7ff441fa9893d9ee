package fanout.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs the forks of one group: starts them one by one, lets them take turns until all are through, and ends them. */
final class ForkGroupRunner {
    private final ForkLauncher launcher;
    private final Machine machine;
    private final ForkTimeouts timeouts;
    private final TurnPauses pauses;
    private final String serverJvm;
    private final RunListener progress;

    ForkGroupRunner(
            ForkLauncher launcher,
            Machine machine,
            ForkTimeouts timeouts,
            TurnPauses pauses,
            String serverJvm,
            RunListener progress) {
        this.launcher = launcher;
        this.machine = machine;
        this.timeouts = timeouts;
        this.pauses = pauses;
        this.serverJvm = serverJvm;
        this.progress = progress;
    }

    /**
     * Runs one group to its end. Whatever happens, no fork is alive afterwards.
     *
     * @param random shuffles the order of turns, cycle by cycle
     * @return one fork an arm, in the group's order
     * @throws ForkFailedException if one of them fails, dies, or takes too long: then none of them counts
     */
    List<FinishedFork> run(ForkGroup forkGroup, Random random) throws ForkFailedException, InterruptedException {
        List<LiveFork> liveForks = new ArrayList<>();
        try (TurnServer turnServer = new TurnServer()) {
            start(forkGroup, turnServer, liveForks);
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

    /** After a group of forks that went well there is nothing left to kill. */
    private void end(List<LiveFork> liveForks) {
        launcher.killAll();
        for (LiveFork liveFork : liveForks) {
            try {
                liveFork.close();
            } catch (IOException e) {
                // It is gone, then.
            }
        }
    }

    /** One by one, each until it waits for its first turn: from then on only one of them works at a time. */
    private void start(ForkGroup forkGroup, TurnServer turnServer, List<LiveFork> liveForks)
            throws ForkFailedException {
        for (Arm arm : forkGroup.arms()) {
            int number = liveForks.size();
            String turnOptions =
                    turnServer.turnOptions(number, pauses, serverJvm).toString();
            LiveFork liveFork = new LiveFork(arm, launcher.start(arm, turnOptions), machine.now());
            liveForks.add(liveFork);
            liveFork.arrive(turnServer, number, timeouts);
        }
    }

    private void takeTurns(List<LiveFork> liveForks, Random random) throws ForkFailedException, InterruptedException {
        List<LiveFork> cycle = new ArrayList<>(liveForks);
        while (!cycle.isEmpty()) {
            Collections.shuffle(cycle, random);
            for (LiveFork liveFork : cycle) {
                machine.pause(Duration.ofMillis(pauses.pauseMillis()));
                liveFork.take(machine, timeouts, progress);
            }
            cycle.removeIf(LiveFork::isFinished);
        }
    }
}
