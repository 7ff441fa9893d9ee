package fanout.run;

import fanout.record.ForkRecord;
import fanout.record.Manifest;
import fanout.selection.Scenario;
import java.util.TreeMap;

/** Makes the manifest's records of forks, and finds the one of an arm. */
public final class ForkRecords {
    private ForkRecords() {}

    /** The record of a fork that ended well; {@code files} are its own. */
    static ForkRecord finished(int round, int attempt, FinishedFork fork, ForkFiles.Written files) {
        Scenario scenario = fork.arm().scenario();
        return new ForkRecord(
                round,
                fork.arm().setup().label(),
                scenario.benchmark(),
                scenario.mode(),
                new TreeMap<>(scenario.params()),
                attempt,
                fork.start().toString(),
                fork.lifetime().toMillis() / 1e3,
                Averages.mean(fork.turns().stream().map(Turn::loadAverage).filter(load -> load >= 0)),
                Averages.mean(fork.turns().stream().map(Turn::steal)),
                Averages.median(fork.turns().stream().map(Turn::rulerMillis)),
                ForkRecord.OK,
                files.json(),
                files.sha256());
    }

    /** The record of a fork that has no result; {@code problem} says why. */
    static ForkRecord failed(int round, int attempt, Arm arm, String start, String problem) {
        Scenario scenario = arm.scenario();
        return new ForkRecord(
                round,
                arm.setup().label(),
                scenario.benchmark(),
                scenario.mode(),
                new TreeMap<>(scenario.params()),
                attempt,
                start,
                null,
                null,
                null,
                null,
                problem,
                null,
                null);
    }

    /** Whether the manifest has a fork of this arm that ended well in that round. */
    public static boolean has(Manifest manifest, int round, Arm arm) {
        return manifest.forks().stream().anyMatch(fork -> fork.endedWell() && isOf(fork, round, arm));
    }

    /** Whether the manifest has a fork of this arm in that round, if only one that failed. */
    public static boolean hasTried(Manifest manifest, int round, Arm arm) {
        return manifest.forks().stream().anyMatch(fork -> isOf(fork, round, arm));
    }

    private static boolean isOf(ForkRecord fork, int round, Arm arm) {
        return fork.round() == round && fork.label().equals(arm.setup().label()) && isOf(fork, arm.scenario());
    }

    static boolean isOf(ForkRecord fork, Scenario scenario) {
        return fork.benchmark().equals(scenario.benchmark())
                && fork.mode().equals(scenario.mode())
                && fork.params().equals(scenario.params());
    }
}
