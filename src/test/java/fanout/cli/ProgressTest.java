package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.run.Arm;
import fanout.run.ArmSetup;
import fanout.run.JvmFacts;
import fanout.selection.JmhSuite;
import fanout.selection.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The lines of the scores of a round. */
class ProgressTest {
    private final ArmSetup old = setup("17");
    private final ArmSetup current = setup("25");
    private final Scenario floor = scenario("a.FanOut.floor");
    private final Scenario cold = scenario("a.Cold.floor");

    @Test
    void oneBenchmarkIsOneLine() {
        List<Arm> arms = List.of(new Arm(old, floor), new Arm(current, floor));
        RoundLines lines = new RoundLines(BenchmarkNames.ofScenarios(List.of(floor)), arms);
        lines.add(arms.get(0), 12, "ms/op");
        lines.add(arms.get(0), 14, "ms/op");
        lines.add(arms.get(1), 11.25, "ms/op");

        assertThat(lines.lines("round 1 of 3", "0:10 left", arms))
                .containsExactly("round 1 of 3: floor 17 13, 25 11.25 ms/op; 0:10 left");
    }

    @Test
    void severalHaveALineEachWithTheirUnits() {
        List<Arm> arms = List.of(new Arm(old, cold), new Arm(old, floor), new Arm(current, floor));
        RoundLines lines = new RoundLines(BenchmarkNames.ofScenarios(List.of(cold, floor)), arms);
        lines.add(arms.get(0), 662.3, "ms/op");
        lines.add(arms.get(1), 893573822.44, "ops/s");
        lines.add(arms.get(2), 900000000, "ops/s");
        lines.add(new Arm(current, cold), 1, "ms/op"); // not of this group

        assertThat(lines.lines("round 1", "0:10 left", arms))
                .containsExactly(
                        "round 1: 0:10 left",
                        "  Cold.floor    17 662.3 ms/op",
                        "  FanOut.floor  17 893.6M, 25 900M ops/s");
    }

    private static ArmSetup setup(String label) {
        JvmFacts facts = new JvmFacts(17, "17", "Acme", "Acme VM", "G1", 1 << 30);
        return new ArmSetup(label, Path.of("/jvms", label), facts, List.of(), JmhSuite.NONE, false);
    }

    private static Scenario scenario(String benchmark) {
        return new Scenario(benchmark, "avgt", new TreeMap<>(), 17, true);
    }
}
