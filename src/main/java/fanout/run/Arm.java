package fanout.run;

import fanout.selection.Scenario;
import fanout.selection.SkippedBenchmark;
import java.util.Optional;

/** One scenario on one JVM. It has one fork in each round. */
public record Arm(TestedJvm jvm, Scenario scenario) {
    /** Why it can't be measured, if its JVM is too old for its benchmark; empty if it can. */
    Optional<SkippedBenchmark> skipped() {
        return scenario.unmetBy("the JVM", jvm.facts().feature())
                .map(reason -> new SkippedBenchmark(scenario.benchmark(), toString(), reason));
    }

    /** For messages: {@code 17 FanOutBenchmark.semaphoreAsync}, without the parameters. */
    @Override
    public String toString() {
        String[] names = scenario.benchmark().split("\\.");
        String type = names.length < 2 ? "" : names[names.length - 2] + ".";
        return jvm.label() + " " + type + scenario.method();
    }
}
