package fanout.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows what the change of turns costs the benchmarks of others, which begin a turn without unmeasured batches: writes
 * {@code turn-cost.md} from the runs in {@code results/arms}. results/README.md says how those were made.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.TurnCostStudy</pre>
 */
public final class TurnCostStudy {
    static final Path FOLDER = Path.of("results", "arms");
    static final Path TABLE = FOLDER.resolve("turn-cost.md");

    private TurnCostStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(TABLE, new TurnCostTable(TurnCost.readAll(FOLDER)).markdown());
    }
}
