package fanout.testing;

import fanout.record.ForkRecord;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up run in turns, with all files of a real one; the same calls make the same run. */
final class SampleRun {
    /** How much slower each round is than a quiet one, for all arms: other programs use the machine, too. */
    private static final double[] DRIFT = {1, 1.09, 0.97, 1.21, 1.04};

    private static final double TURN_SECONDS = 1.15;

    /** Arms that fail, by the round in which they do so for the first time. */
    private final Map<Integer, SampleArm> once = new LinkedHashMap<>();

    private final Map<Integer, SampleArm> forGood = new LinkedHashMap<>();

    private final Random random;
    private final int rounds;
    private final RunFiles files;
    private final Map<String, JvmRecord> jvms = new LinkedHashMap<>();
    private final List<SampleArm> arms = new ArrayList<>();
    private String problem = "died with exit code 137";
    private Instant now = Instant.parse("2026-11-02T08:00:00Z");

    /** @param leftOut what could not be measured, a line each */
    SampleRun(Path folder, int rounds, long seed, String... leftOut) {
        this(folder, rounds, seed, SampleFacts.run(rounds, seed, List.of(leftOut)));
    }

    /** @param facts what the manifest says, but for JVMs and forks */
    SampleRun(Path folder, int rounds, long seed, Manifest facts) {
        this.rounds = rounds;
        this.random = new Random(seed);
        this.files = new RunFiles(folder, facts);
    }

    SampleRun jvm(JvmRecord jvm) {
        files.jvm(jvm);
        jvms.put(jvm.label(), jvm);
        return this;
    }

    SampleRun arms(List<SampleArm> more) {
        arms.addAll(more);
        return this;
    }

    /** Sets the status of arms that fail. */
    SampleRun failing(String why) {
        problem = why;
        return this;
    }

    /** An arm fails, and all others of that round are stopped; the second attempt goes well. */
    SampleRun failsOnce(int round, SampleArm arm) {
        once.put(round, arm);
        return this;
    }

    /** An arm fails in both attempts, and is left out from then on. */
    SampleRun failsForGood(int round, SampleArm arm) {
        forGood.put(round, arm);
        return this;
    }

    Path write() {
        for (int round = 1; round <= rounds; round++) {
            int attempt = 1;
            if (once.containsKey(round)) {
                fail(round, attempt++, once.get(round));
            }
            if (forGood.containsKey(round)) {
                fail(round, attempt++, forGood.get(round));
                fail(round, attempt, forGood.get(round));
                arms.remove(forGood.get(round));
                attempt = 1; // the other arms are a group of their own
            }
            measure(round, attempt);
        }
        return files.write();
    }

    private void measure(int round, int attempt) {
        double cycle = TURN_SECONDS * arms.size();
        double drift = DRIFT[(round - 1) % DRIFT.length];
        for (SampleArm arm : shuffled()) {
            now = now.plusMillis(400);
            new SampleFork(arm, drift, now, cycle, random).write(files, round, attempt, jvms.get(arm.label()));
        }
        now = now.plusSeconds((long) (cycle * (SampleFork.WARMUPS + SampleFork.MEASURED)) + 2);
    }

    private void fail(int round, int attempt, SampleArm culprit) {
        String name = culprit.label() + " " + culprit.benchmark().replaceFirst(".*\\.(?=[^.]*\\.)", "");
        for (SampleArm arm : shuffled()) {
            boolean itself = arm.equals(culprit);
            String status = itself ? "failed: " + problem : "stopped, since " + name + " failed";
            files.failed(new ForkRecord(
                    round,
                    arm.label(),
                    arm.benchmark(),
                    arm.mode(),
                    new TreeMap<>(arm.params()),
                    attempt,
                    now.toString(),
                    null,
                    null,
                    null,
                    null,
                    status,
                    null,
                    null));
        }
        now = now.plusSeconds(60);
    }

    private List<SampleArm> shuffled() {
        List<SampleArm> shuffled = new ArrayList<>(arms);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
