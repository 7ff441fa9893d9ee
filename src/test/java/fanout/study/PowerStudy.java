package fanout.study;

import fanout.record.RunFolderReader;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows what the rules find under noise that is real: writes {@code study.md} from the runs in {@code results/power},
 * whose arms differ by known slow-downs ({@code -Dfanout.slowdown}). It cuts their rounds into virtual runs of 5 and 10
 * minutes. {@code results/README.md} says how the runs were made; they can be resumed, for hours.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.PowerStudy</pre>
 */
public final class PowerStudy {
    static final Path FOLDER = Path.of("results", "power");
    static final Path TABLE = FOLDER.resolve("study.md");

    private PowerStudy() {}

    public static void main(String[] args) throws IOException, UnreadableResultsException {
        Files.writeString(TABLE, table());
    }

    static String table() throws IOException, UnreadableResultsException {
        List<PowerData> data = new ArrayList<>();
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path folder :
                    folders.filter(RunFolderReader::isFolderOrArchive).sorted().toList()) {
                data.add(PowerData.read(folder));
            }
        }
        return new PowerTable(data).markdown();
    }
}
