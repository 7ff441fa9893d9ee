package fanout.run;

import fanout.benchmark.BatchBenchmark;
import fanout.record.ForkRecord;
import fanout.record.RoundRecord;
import fanout.server.ForkedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out a plan, group by group. It repeats what fails, and adds every fork to the manifest. */
public final class RunExecutor {
    private static final int TRIES = 2;
    private static final Duration INTERRUPT_GRACE = Duration.ofMillis(500);

    private final RunPlan plan;
    private final RoundRule rounds;
    private final IterationPlan iterations;
    private final RunFolderWriter directory;
    private final ForkGroupRunner groupRunner;
    private final Machine machine;
    private final RunListener progress;
    private final List<Arm> givenUp = new ArrayList<>();
    private volatile boolean stopped;

    RunExecutor(
            RunPlan plan,
            RoundRule rounds,
            IterationPlan iterations,
            RunFolderWriter directory,
            ForkGroupRunner groupRunner,
            Machine machine,
            RunListener progress) {
        this.plan = plan;
        this.rounds = rounds;
        this.iterations = iterations;
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
            RunPlan plan,
            RoundRule rounds,
            IterationPlan iterations,
            RunFolderWriter directory,
            RunSettings settings,
            Path work,
            RunListener progress)
            throws IOException {
        Machine machine = new ThisMachine();
        ForkLauncher forks = new JmhForkLauncher(settings, new JmhLog(directory.log()), work);
        TurnPauses pauses = TurnPauses.of(settings.order());
        ForkGroupRunner groupRunner = new ForkGroupRunner(
                forks, machine, ForkTimeouts.DEFAULT, pauses, properties(settings, pauses), progress);
        return new RunExecutor(plan, rounds, iterations, directory, groupRunner, machine, progress);
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
     * @return whether every fork of all these rounds has ended well
     * @throws IOException if a result can't be written; earlier results are kept
     */
    public boolean run() throws IOException, InterruptedException {
        if (plan.order() == ForkOrder.JMH) {
            return measure(plan.forkGroups());
        }
        boolean well = true;
        for (int round = 1; round <= plan.rounds() && !stopped; round++) {
            if (!isOver(round)) {
                Set<Arm> arms = rounds.arms(round);
                if (arms.isEmpty()) {
                    return well;
                }
                well &= measure(plan.forkGroups(round, arms));
                if (!stopped) {
                    end(round);
                }
            }
        }
        return well && !stopped;
    }

    /** Whether an earlier session has completed the round. */
    private boolean isOver(int round) {
        List<RoundRecord> complete = directory.manifest().rounds();
        return complete != null && complete.stream().anyMatch(each -> each.round() == round);
    }

    private void end(int round) throws IOException {
        progress.roundEnded(round);
        Optional<RoundRecord> complete = rounds.ended(round);
        if (complete.isPresent()) {
            directory.add(complete.get());
        }
    }

    /** Returns whether every fork of these groups has ended well. */
    private boolean measure(List<ForkGroup> forkGroups) throws IOException, InterruptedException {
        for (ForkGroup forkGroup : forkGroups) {
            if (!stopped && !isDone(forkGroup)) {
                measure(forkGroup);
            }
        }
        return forkGroups.stream()
                .allMatch(forkGroup -> forkGroup.arms().stream()
                        .allMatch(arm -> ForkRecords.has(directory.manifest(), forkGroup.round(), arm)));
    }

    /** Whether no group is left to be measured. */
    public boolean isFinished() {
        return plan.forkGroups().stream().allMatch(this::isDone);
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
            List<RecordedFork> before = directory.forks();
            List<FinishedFork> finished = groupRunner.run(
                    forkGroup, arm -> iterations.options(arm.scenario(), before), plan.random(forkGroup.round()));
            directory.keep(forkGroup, attempt, finished);
            directory.learned(iterations.records(plan.scenarios(), directory.forks()));
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
