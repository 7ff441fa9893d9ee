package fanout.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files atomically: a reader finds all of the new content, or what was there before. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes the content to {@code file}, and replaces what was there before. A device or a pipe, which can't be
     * replaced, is written to directly.
     *
     * @throws IOException if that fails; the file is then as it was before
     */
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, content);
            return;
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /**
     * Writes the content to {@code wanted}, or, if that name is taken, to {@code name-2.ext}, {@code name-3.ext} and so
     * on. No file of another writer is replaced.
     *
     * @return the file written
     * @throws IOException if that fails; no new file is then left
     */
    public static Path writeNew(Path wanted, byte[] content) throws IOException {
        Path claimed = claim(wanted);
        try {
            write(claimed, content);
            return claimed;
        } catch (IOException e) {
            Files.deleteIfExists(claimed);
            throw e;
        }
    }

    /** Creates the file, since only one of two processes can succeed in that. */
    private static Path claim(Path wanted) throws IOException {
        Path file = wanted;
        for (int number = 2; ; number++) {
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                file = wanted.resolveSibling(
                        FileNames.withSuffix(wanted.getFileName().toString(), "-" + number));
            }
        }
    }
}
