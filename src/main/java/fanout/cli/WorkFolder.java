package fanout.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for files that are of no use after the run, in the system's temporary folder. It is deleted at the end, also
 * if the run is interrupted.
 *
 * <p>Tested by {@code fanout.cli.WorkFolderTest} and {@code fanout.jar.InterruptionIT}.
 */
final class WorkFolder implements Closeable {
    private final Path path;
    private final InterruptHook hook;

    private WorkFolder(Path path) {
        this.path = path;
        this.hook = new InterruptHook(this::delete);
    }

    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("fanout-"));
    }

    Path path() {
        return path;
    }

    /** What can't be deleted stays: it is a temporary file, and no reason to fail. */
    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A host that is not dead yet may have written to it.
        }
    }

    @Override
    public void close() {
        hook.cancel();
        delete();
    }
}
