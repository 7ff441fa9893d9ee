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
    private final Limits limits;
    private final Pace pace;
    private final String serverJvm;
    private final Progress progress;

    ForkGroupRunner(ForkLauncher launcher, Machine machine, Limits limits, Pace pace, String serverJvm, Progress progress) {
        this.launcher = launcher;
        this.machine = machine;
        this.limits = limits;
        this.pace = pace;
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
        try (Turnstile turnstile = new Turnstile()) {
            start(forkGroup, turnstile, liveForks);
            takeTurns(liveForks, random);
            List<FinishedFork> finished = new ArrayList<>();
            for (LiveFork liveFork : liveForks) {
                finished.add(liveFork.leave(machine, limits));
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
    private void start(ForkGroup forkGroup, Turnstile turnstile, List<LiveFork> liveForks) throws ForkFailedException {
        for (Arm arm : forkGroup.arms()) {
            int number = liveForks.size();
            String ticket = turnstile.ticket(number, pace, serverJvm).toString();
            LiveFork liveFork = new LiveFork(arm, launcher.start(arm, ticket), machine.now());
            liveForks.add(liveFork);
            liveFork.arrive(turnstile, number, limits);
        }
    }

    private void takeTurns(List<LiveFork> liveForks, Random random)
            throws ForkFailedException, InterruptedException {
        List<LiveFork> cycle = new ArrayList<>(liveForks);
        while (!cycle.isEmpty()) {
            Collections.shuffle(cycle, random);
            for (LiveFork liveFork : cycle) {
                machine.pause(Duration.ofMillis(pace.pauseMillis()));
                liveFork.take(machine, limits, progress);
            }
            cycle.removeIf(LiveFork::isFinished);
        }
    }
}
