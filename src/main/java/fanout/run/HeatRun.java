package fanout.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs the forks of one heat: starts them one by one, lets them take turns until all are through, and ends them. */
final class HeatRun {
    private final ForkLauncher launcher;
    private final Machine machine;
    private final Limits limits;
    private final Pace pace;
    private final String serverJvm;
    private final Progress progress;

    HeatRun(ForkLauncher launcher, Machine machine, Limits limits, Pace pace, String serverJvm, Progress progress) {
        this.launcher = launcher;
        this.machine = machine;
        this.limits = limits;
        this.pace = pace;
        this.serverJvm = serverJvm;
        this.progress = progress;
    }

    /**
     * Runs one heat to its end. Whatever happens, no fork is alive afterwards.
     *
     * @param random shuffles the order of turns, cycle by cycle
     * @return one fork an arm, in the heat's order
     * @throws HeatFailedException if one of them fails, dies, or takes too long: then none of them counts
     */
    List<FinishedFork> run(Heat heat, Random random) throws HeatFailedException, InterruptedException {
        List<Contestant> contestants = new ArrayList<>();
        try (Turnstile turnstile = new Turnstile()) {
            start(heat, turnstile, contestants);
            takeTurns(contestants, random);
            List<FinishedFork> finished = new ArrayList<>();
            for (Contestant contestant : contestants) {
                finished.add(contestant.leave(machine, limits));
            }
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException("loopback can't be used", e);
        } finally {
            end(contestants);
        }
    }

    /** After a heat that went well there is nothing left to kill. */
    private void end(List<Contestant> contestants) {
        launcher.killAll();
        for (Contestant contestant : contestants) {
            try {
                contestant.close();
            } catch (IOException e) {
                // It is gone, then.
            }
        }
    }

    /** One by one, each until it waits for its first turn: from then on only one of them works at a time. */
    private void start(Heat heat, Turnstile turnstile, List<Contestant> contestants) throws HeatFailedException {
        for (Arm arm : heat.arms()) {
            int number = contestants.size();
            String ticket = turnstile.ticket(number, pace, serverJvm).toString();
            Contestant contestant = new Contestant(arm, launcher.start(arm, ticket), machine.now());
            contestants.add(contestant);
            contestant.arrive(turnstile, number, limits);
        }
    }

    private void takeTurns(List<Contestant> contestants, Random random)
            throws HeatFailedException, InterruptedException {
        List<Contestant> cycle = new ArrayList<>(contestants);
        while (!cycle.isEmpty()) {
            Collections.shuffle(cycle, random);
            for (Contestant contestant : cycle) {
                machine.pause(Duration.ofMillis(pace.pauseMillis()));
                contestant.take(machine, limits, progress);
            }
            cycle.removeIf(Contestant::isFinished);
        }
    }
}
