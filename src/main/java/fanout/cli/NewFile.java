package fanout.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears complete, and, unless that is asked for, never in the place of another. */
final class NewFile {
    private NewFile() {}

    /**
     * Writes the content to {@code wanted}, or, where that name is taken, to {@code name-2.ext}, {@code name-3.ext}, ...
     *
     * @return the file written
     */
    static Path write(Path wanted, byte[] content) throws IOException {
        Path claimed = claim(wanted);
        try {
            replace(claimed, content);
            return claimed;
        } catch (IOException e) {
            Files.deleteIfExists(claimed);
            throw e;
        }
    }

    /** Writes the content to {@code file}, whatever was there before. */
    static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
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
        int dot = dot(name);
        return file.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
    }

    /** The same path with this extension instead of its own: {@code a.hlog} for {@code a.json}. */
    static Path withExtension(Path file, String extension) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, dot(name)) + extension);
    }

    private static int dot(String name) {
        return name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    }
}
