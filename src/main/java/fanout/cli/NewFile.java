package fanout.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears complete, and never in the place of another. */
final class NewFile {
    private NewFile() {}

    /**
     * Writes the content to {@code wanted}, or, where that name is taken, to {@code name-2.ext}, {@code name-3.ext}, ...
     *
     * @return the file written
     */
    static Path write(Path wanted, byte[] content) throws IOException {
        Path claimed = claim(wanted);
        Path beside = claimed.resolveSibling(claimed.getFileName() + ".tmp");
        try {
            Files.write(beside, content);
            return Files.move(beside, claimed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            Files.deleteIfExists(claimed);
            throw e;
        }
    }

    /** Creating the file is the one step that two processes can't both succeed in. */
    private static Path claim(Path wanted) throws IOException {
        Path file = wanted;
        for (int number = 2; ; number++) {
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                file = suffixed(wanted, "-" + number);
            }
        }
    }

    /** The same path with {@code suffix} before the extension: {@code a-2.json} for {@code a.json}. */
    static Path suffixed(Path file, String suffix) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return file.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
    }
}
