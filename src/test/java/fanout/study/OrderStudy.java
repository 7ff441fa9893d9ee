package fanout.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows what taking turns gains: writes {@code study.md} from the comparisons in {@code results/orders}, which are of
 * runs in each order, one after the other. results/README.md says how those were made.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.OrderStudy</pre>
 */
public final class OrderStudy {
    static final Path FOLDER = Path.of("results", "orders");
    static final Path TABLE = FOLDER.resolve("study.md");

    private OrderStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(TABLE, new OrderTable(OrderVerdict.readAll(FOLDER)).markdown());
    }
}
