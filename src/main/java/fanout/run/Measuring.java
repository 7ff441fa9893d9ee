package fanout.run;

import fanout.record.ForkRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out a plan: heat after heat, what failed once more, and all of it on the record. */
public final class Measuring {
    private static final int TRIES = 2;
    private static final Duration SECOND_THOUGHT = Duration.ofMillis(500);

    private final Plan plan;
    private final RunFolderWriter directory;
    private final HeatRun heatRun;
    private final Machine machine;
    private final Progress progress;
    private final List<Arm> givenUp = new ArrayList<>();
    private volatile boolean stopped;

    Measuring(Plan plan, RunFolderWriter directory, HeatRun heatRun, Machine machine, Progress progress) {
        this.plan = plan;
        this.directory = directory;
        this.heatRun = heatRun;
        this.machine = machine;
        this.progress = progress;
    }

    /** With real forks, on this machine. */
    public static Measuring here(Plan plan, RunFolderWriter directory, RunSettings settings, Progress progress) {
        Machine machine = new ThisMachine();
        ForkLauncher forks = new JmhForks(settings, new JmhLog(directory.log()), progress);
        HeatRun heatRun =
                new HeatRun(forks, machine, Limits.DEFAULT, Pace.of(settings.order()), settings.serverJvm(), progress);
        return new Measuring(plan, directory, heatRun, machine, progress);
    }

    /**
     * Measures what the directory lacks.
     *
     * @return whether every fork of the plan has ended well
     * @throws IOException if a result can't be written; those before it are
     */
    public boolean run() throws IOException, InterruptedException {
        List<Heat> heats = plan.heats();
        for (Heat heat : heats) {
            if (!stopped && !isDone(heat)) {
                measure(heat);
            }
        }
        return heats.stream()
                .allMatch(heat ->
                        heat.arms().stream().allMatch(arm -> ForkRecords.has(directory.manifest(), heat.round(), arm)));
    }

    /** Starts no more forks, and takes none that ends from now on for failed. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was told to. */
    public boolean isStopped() {
        return stopped;
    }

    /** A heat that ended without an arm that had been given up is done, too: its turns can't be had again. */
    private boolean isDone(Heat heat) {
        return heat.arms().stream().anyMatch(arm -> ForkRecords.has(directory.manifest(), heat.round(), arm));
    }

    /** An arm that fails twice in a heat is given up for the rest of the run, so that it doesn't cost the others theirs. */
    private void measure(Heat whole) throws IOException, InterruptedException {
        Map<Arm, Integer> failures = new HashMap<>();
        Optional<Heat> heat = remaining(whole);
        for (int attempt = 1; heat.isPresent() && !stopped; attempt++) {
            Optional<Arm> failed = attempt(heat.get(), attempt, failures);
            if (failed.isEmpty()) {
                return;
            }
            if (failures.getOrDefault(failed.get(), 0) == TRIES) {
                givenUp.add(failed.get());
                heat = remaining(whole);
            }
        }
    }

    private Optional<Heat> remaining(Heat heat) {
        List<Arm> arms =
                heat.arms().stream().filter(arm -> !givenUp.contains(arm)).toList();
        return arms.isEmpty() ? Optional.empty() : Optional.of(new Heat(heat.round(), arms));
    }

    /** Returns the arm that failed, if one did. */
    private Optional<Arm> attempt(Heat heat, int attempt, Map<Arm, Integer> failures)
            throws IOException, InterruptedException {
        String start = machine.now().toString();
        progress.heatStarts(heat);
        try {
            List<FinishedFork> finished = heatRun.run(heat, plan.random(heat.round()));
            directory.keep(heat, attempt, finished);
            progress.heatEnded(heat);
            return Optional.empty();
        } catch (HeatFailedException e) {
            // A Ctrl-C reaches the forks, too, and they may be the quicker ones to end.
            machine.pause(SECOND_THOUGHT);
            if (!stopped) {
                boolean last = failures.merge(e.arm(), 1, Integer::sum) == TRIES;
                directory.add(entries(heat, attempt, start, e));
                progress.heatFailed(
                        heat, e.arm(), e.getMessage(), last ? "given up for the rest of the run" : "tried once more");
            }
            return Optional.of(e.arm());
        }
    }

    private static List<ForkRecord> entries(Heat heat, int attempt, String start, HeatFailedException failure) {
        Privacy privacy = Privacy.ofThisUser();
        return heat.arms().stream()
                .map(arm -> ForkRecords.failed(
                        heat.round(),
                        attempt,
                        arm,
                        start,
                        arm.equals(failure.arm())
                                ? "failed: " + privacy.hide(failure.getMessage())
                                : "stopped, since " + failure.arm() + " failed"))
                .toList();
    }
}
