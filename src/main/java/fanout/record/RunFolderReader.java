package fanout.record;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the files of a folder, usually of a run. It opens each file at most once and keeps its bytes, so that every use
 * finds the same content; callers must not change the arrays. Names are relative to the folder.
 */
public final class RunFolderReader {
    private final Path folder;
    private final Path home;
    private final Map<Path, byte[]> contents = new HashMap<>();

    public RunFolderReader(Path folder) {
        this.folder = folder;
        this.home = folder.toAbsolutePath().normalize();
    }

    /**
     * The folders of runs in a folder, at any depth, in the order of their paths.
     *
     * @throws IOException if a part of it can't be read
     */
    public static List<Path> runsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(FileNames.MANIFEST))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The folder's own name. */
    public String name() {
        return home.getFileName().toString();
    }

    /** The path of the folder, as it was given. */
    public String path() {
        return folder.toString();
    }

    /** The absolute path, which only this folder of the machine has. */
    public String absolutePath() {
        return home.toString();
    }

    /** The path of a file in the folder, for messages. */
    public String path(String name) {
        return folder.resolve(relative(name)).toString();
    }

    private Path relative(String name) {
        return home.relativize(home.resolve(name).normalize());
    }

    /** Whether the folder has a manifest. */
    public boolean isRun() {
        return Files.exists(folder.resolve(FileNames.MANIFEST));
    }

    /** Whether the folder has one for forks, as that of a run has. */
    public boolean hasForks() {
        return Files.isDirectory(folder.resolve(FileNames.FORKS));
    }

    /** Whether the folder has a regular file of that name; a file outside the folder does not count. */
    public boolean hasFile(String name) {
        try {
            Path file = home.resolve(name).normalize();
            return file.startsWith(home) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The content of the manifest.
     *
     * @throws IOException if it can't be read; the message names the file
     */
    public byte[] manifest() throws IOException {
        return content(Path.of(FileNames.MANIFEST), file -> new FileInputStream(file.toFile()));
    }

    /** The content of a file. */
    public byte[] bytes(String name) throws IOException {
        return content(relative(name), Files::newInputStream);
    }

    /** The content of a file; empty if the file does not exist. */
    public Optional<byte[]> find(String name) throws IOException {
        return Files.exists(folder.resolve(relative(name))) ? Optional.of(bytes(name)) : Optional.empty();
    }

    /** Opens a file that may be large and is needed once: its content is not kept. */
    public InputStream open(String name) throws IOException {
        Path file = relative(name);
        requireOwn(file);
        return Files.newInputStream(folder.resolve(file));
    }

    /** A folder that somebody sent must not show what else is on this machine. */
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

    private interface Opening {
        InputStream open(Path file) throws IOException;
    }

    private byte[] content(Path name, Opening opening) throws IOException {
        byte[] content = contents.get(name);
        if (content == null) {
            requireOwn(name);
            try (InputStream stream = opening.open(folder.resolve(name))) {
                content = stream.readAllBytes();
            }
            contents.put(name, content);
        }
        return content;
    }

    /** The names of the JSON files in the folder itself, without the comparison, sorted. */
    public List<String> jsonFiles() throws IOException {
        return files("").stream()
                .filter(name -> name.endsWith(FileNames.JSON) && !name.equals(FileNames.COMPARISON_JSON))
                .toList();
    }

    /**
     * The raw data, by name: enough for {@code compare} and {@code report}. JMH's own objects are left out:
     * {@code --resume} alone needs them, and they add no data to the JSON and the logs.
     */
    public SortedMap<String, byte[]> rawData() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String prefix : List.of("", FileNames.FORKS + "/")) {
            for (String name : files(prefix)) {
                if (name.endsWith(FileNames.JSON) || name.endsWith(FileNames.HISTOGRAMS)) {
                    files.put(prefix + name, bytes(prefix + name));
                }
            }
        }
        return files;
    }

    /** The names of the regular files, without the prefix, sorted; a symbolic link is none. */
    private List<String> files(String prefix) throws IOException {
        Path within = folder.resolve(prefix);
        boolean linked =
                !prefix.isEmpty() && Files.isSymbolicLink(home.resolve(prefix).normalize());
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
