package fanout.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for the files of a child process, which is deleted with all that is in it. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    TemporaryFolder() {
        try {
            path = Files.createTempDirectory("fanout-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Deletes what can be deleted: a process that is about to end may still hold a file open. */
    @Override
    public void close() {
        delete(path.toFile());
    }

    private static void delete(File file) {
        Stream.of(Optional.ofNullable(file.listFiles()).orElse(new File[0])).forEach(TemporaryFolder::delete);
        file.delete();
    }
}
