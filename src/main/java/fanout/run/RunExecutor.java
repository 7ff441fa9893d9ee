package fanout.run;

import fanout.benchmark.BatchBenchmark;
import fanout.record.RoundRecord;
import fanout.server.ForkedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out a plan, group by group. It repeats what fails, and adds every fork to the manifest. */
public final class RunExecutor {
    private final RunPlan plan;
    private final RoundRule rounds;
    private final RunFolderWriter directory;
    private final ForkGroupAttempts attempts;
    private final RunListener progress;

    RunExecutor(
            RunPlan plan,
            RoundRule rounds,
            RunFolderWriter directory,
            ForkGroupAttempts attempts,
            RunListener progress) {
        this.plan = plan;
        this.rounds = rounds;
        this.directory = directory;
        this.attempts = attempts;
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
                forks, machine, ForkTimeouts.DEFAULT, pauses, properties(plan, settings, pauses), progress);
        ForkGroupAttempts attempts = new ForkGroupAttempts(plan, iterations, directory, groupRunner, machine, progress);
        return new RunExecutor(plan, rounds, directory, attempts, progress);
    }

    /** What Fanout's benchmarks and the forked server read in a fork; JMH has no parameter for them. */
    private static SortedMap<String, String> properties(RunPlan plan, RunSettings settings, TurnPauses pauses) {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put(BatchBenchmark.SETTLE_MILLIS, Integer.toString(pauses.settleMillis()));
        String serverJvm = settings.serverJvm();
        if (serverJvm.isEmpty() && settings.serverHeld()) {
            serverJvm = plan.setups().get(0).home().toAbsolutePath().toString();
        }
        if (!serverJvm.isEmpty()) { // one server for all: so it has no arm's class path either
            properties.put(ForkedServer.JVM, serverJvm);
            properties.put(ForkedServer.CLASS_PATH, System.getProperty("java.class.path"));
        }
        if (!settings.cpus().server().isEmpty()) {
            properties.put(ForkedServer.CPUS, settings.cpus().server());
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
        for (int round = 1; round <= plan.rounds() && !isStopped(); round++) {
            if (!isOver(round)) {
                Set<Arm> arms = rounds.arms(round);
                if (arms.isEmpty()) {
                    return well;
                }
                well &= measure(plan.forkGroups(round, arms));
                if (!isStopped()) {
                    end(round);
                }
            }
        }
        return well && !isStopped();
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
            if (!isStopped() && !isDone(forkGroup)) {
                attempts.measure(forkGroup);
            }
        }
        return forkGroups.stream()
                .allMatch(forkGroup -> forkGroup.arms().stream()
                        .allMatch(arm -> ForkRecords.has(directory.manifest(), forkGroup.round(), arm)));
    }

    /** Whether nothing is left to be measured. */
    public boolean isFinished() throws IOException {
        if (plan.order() == ForkOrder.JMH) {
            return areDone(plan.forkGroups());
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            Set<Arm> arms = isOver(round) ? Set.of() : rounds.arms(round);
            if (!areDone(plan.forkGroups(round, arms))) {
                return false;
            }
        }
        return true;
    }

    private boolean areDone(List<ForkGroup> forkGroups) {
        return forkGroups.stream().allMatch(this::isDone);
    }

    /** Makes the run start no further group. A fork that ends from now on is not recorded as failed. */
    public void stop() {
        attempts.stop();
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return attempts.isStopped();
    }

    /**
     * Whether a fork of the group ended well. If an arm was given up, its group counts as done: the arm can't be
     * measured later, since the others' turns are over.
     */
    private boolean isDone(ForkGroup forkGroup) {
        return forkGroup.arms().stream().anyMatch(arm -> ForkRecords.has(directory.manifest(), forkGroup.round(), arm));
    }
}
