package fanout.run.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What taking turns is worth: writes {@code study.md} from the comparisons in {@code results/orders}, which are of runs in
 * each order, one after the other. results/README.md says how those were made.
 *
 * <pre>./mvnw -B test -Dtest=OrderStudy</pre>
 */
class OrderStudy {
    static final Path FOLDER = Path.of("results", "orders");
    static final Path TABLE = FOLDER.resolve("study.md");

    @Test
    void writesTheTable() throws IOException {
        Files.writeString(TABLE, new OrderTable(Repeat.readAll(FOLDER)).markdown());
    }
}
