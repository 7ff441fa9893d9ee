package fanout.record;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Those of a folder. It may be one that somebody sent: it must not show what else is on this machine. */
final class FolderFiles implements RunFiles {
    private final Path folder;
    private final Path home;

    FolderFiles(Path folder) {
        this.folder = folder;
        this.home = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return home.getFileName().toString();
    }

    @Override
    public String path() {
        return folder.toString();
    }

    @Override
    public String absolutePath() {
        return home.toString();
    }

    @Override
    public String path(String name) {
        return folder.resolve(relative(name)).toString();
    }

    private Path relative(String name) {
        return home.relativize(home.resolve(name).normalize());
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(relative(name)));
    }

    @Override
    public boolean hasFile(String name) {
        try {
            Path file = home.resolve(name).normalize();
            return file.startsWith(home) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean hasFolder(String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = relative(name);
        requireOwn(file);
        Path path = folder.resolve(file);
        // Of the manifest, which is read first, every failure is to name the file.
        return name.equals(FileNames.MANIFEST) ? new FileInputStream(path.toFile()) : Files.newInputStream(path);
    }

    private void requireOwn(Path name) throws IOException {
        if (name.startsWith("..")) {
            throw new IOException(folder.resolve(name) + ": is outside of the folder");
        }
        Path part = folder;
        for (Path next : name) {
            part = part.resolve(next);
            if (Files.isSymbolicLink(part)) {
                throw new IOException(part + ": is a symbolic link, which is not followed");
            }
        }
    }

    @Override
    public List<String> filesIn(String name) throws IOException {
        Path within = folder.resolve(name);
        boolean linked =
                !name.isEmpty() && Files.isSymbolicLink(home.resolve(name).normalize());
        if (linked || !Files.isDirectory(within)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(within)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
