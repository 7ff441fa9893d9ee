package fanout.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for files that are of no use after the run, in the system's temporary folder.
 *
 * <p>Tested by {@code fanout.cli.RunForksTest}.
 *
 * @param path of the folder
 */
record WorkFolder(Path path) implements Closeable {
    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("fanout-"));
    }

    /** Deletes the folder with all that is in it. */
    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
