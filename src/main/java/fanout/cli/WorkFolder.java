package fanout.cli;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for files that are of no use after the run, in the system's temporary folder. It is deleted at the end, also
 * if the run is interrupted.
 */
final class WorkFolder implements Closeable {
    private final Path path;
    private final InterruptHook hook;

    private WorkFolder(Path path) {
        this.path = path;
        this.hook = new InterruptHook(() -> delete(path.toFile()));
    }

    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("fanout-"));
    }

    Path path() {
        return path;
    }

    /** A fork that is about to end may delete its own file meanwhile. What can't be deleted stays, and does no harm. */
    private static void delete(File file) {
        Stream.of(Optional.ofNullable(file.listFiles()).orElse(new File[0])).forEach(WorkFolder::delete);
        file.delete();
    }

    @Override
    public void close() {
        hook.cancel();
        delete(path.toFile());
    }
}
