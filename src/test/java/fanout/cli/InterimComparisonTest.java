package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Criteria;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison that {@code run} prints while it goes on. */
class InterimComparisonTest {
    private static final double[][] FAST = {{5, 5}, {5.1, 5}};
    private static final double[][] SLOW = {{10, 10}, {10.1, 10}};

    @TempDir
    Path folder;

    @Test
    void jvmsAreComparedWithTheFirst() {
        RunFiles run = new RunFiles(folder, true).jvm("17").jvm("25");
        run.forks("17", "a.Bench.m", FAST).forks("25", "a.Bench.m", SLOW).write();

        assertThat(new InterimComparison(folder, Criteria.DEFAULT).lines())
                .singleElement()
                .asString()
                .startsWith("m: 25 against 17 x2.0 (");
    }

    /** The names of the methods alone would be the same twice. */
    @Test
    void whatDistinguishesBenchmarksIsNamed() {
        RunFiles run = new RunFiles(folder, true).jvm("17").jvm("25");
        for (String type : new String[] {"a.Cold", "a.Warm"}) {
            run.forks("17", type + ".m", FAST).forks("25", type + ".m", SLOW);
        }
        run.write();

        assertThat(new InterimComparison(folder, Criteria.DEFAULT).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Cold.m: 25 against 17 "),
                        line -> assertThat(line).startsWith("Warm.m: 25 against 17 "));
    }

    /** The method that would be the baseline by default may not be among those that are measured. */
    @Test
    void methodsAreComparedWithOneThatIsMeasured() {
        RunFiles run = new RunFiles(folder, true).jvm("25");
        run.forks("25", "a.Bench.http2Multiplexed", FAST)
                .forks("25", "a.Bench.socketFloor", SLOW)
                .write();

        assertThat(new InterimComparison(folder, Criteria.DEFAULT).lines())
                .singleElement()
                .asString()
                .contains("socketFloor against http2Multiplexed x2.0 (");
    }
}
