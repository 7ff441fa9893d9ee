package fanout.run;

import fanout.record.ForkRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures groups, and repeats what fails. Every fork is added to the manifest.
 *
 * <p>Tested by {@code fanout.run.RunExecutorTest}.
 */
final class ForkGroupAttempts {
    private static final int TRIES = 2;
    private static final Duration INTERRUPT_GRACE = Duration.ofMillis(500);

    private final RunPlan plan;
    private final IterationPlan iterations;
    private final RunFolderWriter directory;
    private final ForkGroupRunner groupRunner;
    private final Machine machine;
    private final RunListener progress;
    private final List<Arm> givenUp = new ArrayList<>();
    private volatile boolean stopped;

    ForkGroupAttempts(
            RunPlan plan,
            IterationPlan iterations,
            RunFolderWriter directory,
            ForkGroupRunner groupRunner,
            Machine machine,
            RunListener progress) {
        this.plan = plan;
        this.iterations = iterations;
        this.directory = directory;
        this.groupRunner = groupRunner;
        this.machine = machine;
        this.progress = progress;
    }

    /** Begins no further attempt. A fork that ends from now on is not recorded as failed. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /**
     * Measures a group. An arm that fails twice in it is given up for the remaining groups, too, so that the others
     * keep their results.
     */
    void measure(ForkGroup whole) throws IOException, InterruptedException {
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
