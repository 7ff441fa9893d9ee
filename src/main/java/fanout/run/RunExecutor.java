package fanout.run;

import fanout.benchmark.BatchBenchmark;
import fanout.record.ForkRecord;
import fanout.server.ForkedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out a plan, group by group. It repeats what fails, and adds every fork to the manifest. */
public final class RunExecutor {
    private static final int TRIES = 2;
    private static final Duration INTERRUPT_GRACE = Duration.ofMillis(500);

    private final RunPlan plan;
    private final RunFolderWriter directory;
    private final ForkGroupRunner groupRunner;
    private final Machine machine;
    private final RunListener progress;
    private final List<Arm> givenUp = new ArrayList<>();
    private volatile boolean stopped;

    RunExecutor(
            RunPlan plan,
            RunFolderWriter directory,
            ForkGroupRunner groupRunner,
            Machine machine,
            RunListener progress) {
        this.plan = plan;
        this.directory = directory;
        this.groupRunner = groupRunner;
        this.machine = machine;
        this.progress = progress;
    }

    /**
     * An executor that starts real forks, on this machine.
     *
     * @param work a folder for files that are of no use after the run
     */
    public static RunExecutor here(
            RunPlan plan, RunFolderWriter directory, RunSettings settings, Path work, RunListener progress)
            throws IOException {
        Machine machine = new ThisMachine();
        ForkLauncher forks = new JmhForkLauncher(settings, new JmhLog(directory.log()), work);
        TurnPauses pauses = TurnPauses.of(settings.order());
        ForkGroupRunner groupRunner = new ForkGroupRunner(
                forks, machine, ForkTimeouts.DEFAULT, pauses, properties(settings, pauses), progress);
        return new RunExecutor(plan, directory, groupRunner, machine, progress);
    }

    /** What Fanout's benchmarks and the forked server read in a fork; JMH has no parameter for them. */
    private static SortedMap<String, String> properties(RunSettings settings, TurnPauses pauses) {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put(BatchBenchmark.SETTLE_MILLIS, Integer.toString(pauses.settleMillis()));
        if (!settings.serverJvm().isEmpty()) {
            properties.put(ForkedServer.JVM, settings.serverJvm());
        }
        return properties;
    }

    /**
     * Measures the groups that the run's folder lacks.
     *
     * @return whether every fork of the plan has ended well
     * @throws IOException if a result can't be written; earlier results are kept
     */
    public boolean run() throws IOException, InterruptedException {
        List<ForkGroup> forkGroups = plan.forkGroups();
        for (ForkGroup forkGroup : forkGroups) {
            if (!stopped && !isDone(forkGroup)) {
                measure(forkGroup);
            }
        }
        return forkGroups.stream()
                .allMatch(forkGroup -> forkGroup.arms().stream()
                        .allMatch(arm -> ForkRecords.has(directory.manifest(), forkGroup.round(), arm)));
    }

    /** Makes the run start no further group. A fork that ends from now on is not recorded as failed. */
    public void stop() {
        stopped = true;
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Whether a fork of the group ended well. If an arm was given up, its group counts as done: the arm can't be
     * measured later, since the others' turns are over.
     */
    private boolean isDone(ForkGroup forkGroup) {
        return forkGroup.arms().stream().anyMatch(arm -> ForkRecords.has(directory.manifest(), forkGroup.round(), arm));
    }

    /**
     * Measures a group. An arm that fails twice in it is given up for the remaining groups, too, so that the others
     * keep their results.
     */
    private void measure(ForkGroup whole) throws IOException, InterruptedException {
        Map<Arm, Integer> failures = new HashMap<>();
        Optional<ForkGroup> forkGroup = remaining(whole);
        for (int attempt = 1; forkGroup.isPresent() && !stopped; attempt++) {
            Optional<Arm> failed = attempt(forkGroup.get(), attempt, failures);
            if (failed.isEmpty()) {
                return;
            }
            if (failures.getOrDefault(failed.get(), 0) == TRIES) {
                givenUp.add(failed.get());
                forkGroup = remaining(whole);
            }
        }
    }

    private Optional<ForkGroup> remaining(ForkGroup forkGroup) {
        List<Arm> arms =
                forkGroup.arms().stream().filter(arm -> !givenUp.contains(arm)).toList();
        return arms.isEmpty() ? Optional.empty() : Optional.of(new ForkGroup(forkGroup.round(), arms));
    }

    /** Returns the arm that failed, if one did. */
    private Optional<Arm> attempt(ForkGroup forkGroup, int attempt, Map<Arm, Integer> failures)
            throws IOException, InterruptedException {
        String start = machine.now().toString();
        progress.groupStarts(forkGroup);
        try {
            List<FinishedFork> finished = groupRunner.run(forkGroup, plan.random(forkGroup.round()));
            directory.keep(forkGroup, attempt, finished);
            progress.groupEnded(forkGroup);
            return Optional.empty();
        } catch (ForkFailedException e) {
            // Ctrl-C reaches the forks, too, and they may end before this run is stopped.
            machine.pause(INTERRUPT_GRACE);
            if (!stopped) {
                boolean last = failures.merge(e.arm(), 1, Integer::sum) == TRIES;
                directory.add(entries(forkGroup, attempt, start, e));
                progress.groupFailed(
                        forkGroup,
                        e.arm(),
                        e.getMessage(),
                        last ? "given up for the rest of the run" : "tried once more");
            }
            return Optional.of(e.arm());
        }
    }

    private static List<ForkRecord> entries(
            ForkGroup forkGroup, int attempt, String start, ForkFailedException failure) {
        Privacy privacy = Privacy.ofThisUser();
        return forkGroup.arms().stream()
                .map(arm -> ForkRecords.failed(
                        forkGroup.round(),
                        attempt,
                        arm,
                        start,
                        arm.equals(failure.arm())
                                ? "failed: " + privacy.hide(failure.getMessage())
                                : "stopped, since " + failure.arm() + " failed"))
                .toList();
    }
}
