package fanout.run;

import fanout.selection.Scenario;
import fanout.selection.SkippedBenchmark;
import java.util.Optional;

/** One scenario with one setup. It has one fork in each round. */
public record Arm(ArmSetup setup, Scenario scenario) {
    /** Why it can't be measured: its JVM is too old, or its class path lacks the benchmark; empty if it can. */
    Optional<SkippedBenchmark> skipped() {
        return scenario.unmetBy("the JVM", setup.facts().feature())
                .or(() -> isAbsent() ? Optional.of("it is not on this arm's class path") : Optional.empty())
                .map(reason -> new SkippedBenchmark(scenario.benchmark(), toString(), reason));
    }

    private boolean isAbsent() {
        return !scenario.everywhere() && !isOfSuite();
    }

    /** Whether its benchmark is that of others: their class path then has all that the fork needs. */
    boolean isOfSuite() {
        return setup.suite().has(scenario);
    }

    /** For messages: {@code 17 FanOutBenchmark.semaphoreAsync}, without the parameters. */
    @Override
    public String toString() {
        String[] names = scenario.benchmark().split("\\.");
        String type = names.length < 2 ? "" : names[names.length - 2] + ".";
        return setup.label() + " " + type + scenario.method();
    }
}
