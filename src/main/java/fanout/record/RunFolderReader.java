package fanout.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the files of a folder, usually of a run, or of a zip file of it. It opens each file at most once and keeps its
 * bytes, so that every use finds the same content; callers must not change the arrays. Names are relative to the
 * folder.
 *
 * <p>Tested by {@code fanout.record.RunFolderReaderTest} and {@code fanout.cli.ArchivedRunTest}.
 */
public final class RunFolderReader {
    private final RunFiles files;
    private final Map<String, byte[]> contents = new HashMap<>();

    private RunFolderReader(RunFiles files) {
        this.files = files;
    }

    /** For a folder. */
    public RunFolderReader(Path folder) {
        this(new FolderFiles(folder));
    }

    /**
     * For a folder, or a zip file of one, which is read at once.
     *
     * @throws IOException if it is a zip file that can't be read, or that is too large
     */
    public static RunFolderReader of(Path path) throws IOException {
        return new RunFolderReader(ArchivedFiles.isArchive(path) ? ArchivedFiles.read(path) : new FolderFiles(path));
    }

    /** Whether this path leads to a folder, or to a zip file, which may be of one. */
    public static boolean isFolderOrArchive(Path path) {
        return Files.isDirectory(path) || ArchivedFiles.isArchive(path);
    }

    /**
     * The folders of runs, and the zip files of such, in a folder, at any depth, in the order of their paths.
     *
     * @throws IOException if a part of it can't be read
     */
    public static List<Path> runsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.flatMap(RunFolderReader::run).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Stream<Path> run(Path file) {
        if (file.endsWith(FileNames.MANIFEST)) {
            return Stream.of(file.getParent());
        }
        return ArchivedFiles.isArchive(file) && ArchivedFiles.hasRun(file) ? Stream.of(file) : Stream.empty();
    }

    /** Where the page of a run is: in its folder, or beside its zip file. */
    public static Path page(Path run) {
        if (Files.isDirectory(run)) {
            return run.resolve(FileNames.PAGE);
        }
        return run.resolveSibling(FileNames.withoutExtension(run.getFileName().toString()) + FileNames.HTML);
    }

    /** The folder's own name. */
    public String name() {
        return files.name();
    }

    /** The path of the folder, as it was given. */
    public String path() {
        return files.path();
    }

    /** The absolute path, which only this folder of the machine has. */
    public String absolutePath() {
        return files.absolutePath();
    }

    /** The path of a file in the folder, for messages. */
    public String path(String name) {
        return files.path(name);
    }

    /** Whether the folder has a manifest. */
    public boolean isRun() {
        return files.exists(FileNames.MANIFEST);
    }

    /** Whether the folder has one for forks, as that of a run has. */
    public boolean hasForks() {
        return files.hasFolder(FileNames.FORKS);
    }

    /** Whether the folder has a regular file of that name; a file outside the folder does not count. */
    public boolean hasFile(String name) {
        return files.hasFile(name);
    }

    /**
     * The content of the manifest.
     *
     * @throws IOException if it can't be read; the message names the file
     */
    public byte[] manifest() throws IOException {
        return bytes(FileNames.MANIFEST);
    }

    /** The content of a file. */
    public byte[] bytes(String name) throws IOException {
        String file = normal(name);
        byte[] content = contents.get(file);
        if (content == null) {
            try (InputStream stream = files.open(file)) {
                content = stream.readAllBytes();
            }
            contents.put(file, content);
        }
        return content;
    }

    /** The same for each spelling. */
    private static String normal(String name) {
        return Path.of(name).normalize().toString().replace('\\', '/');
    }

    /** The content of a file; empty if the file does not exist. */
    public Optional<byte[]> find(String name) throws IOException {
        return files.exists(normal(name)) ? Optional.of(bytes(name)) : Optional.empty();
    }

    /** Opens a file that may be large and is needed once: its content is not kept. */
    public InputStream open(String name) throws IOException {
        return files.open(normal(name));
    }

    /** The names of the JSON files in the folder itself, without the comparison, sorted. */
    public List<String> jsonFiles() throws IOException {
        return files.filesIn("").stream()
                .filter(name -> name.endsWith(FileNames.JSON) && !name.equals(FileNames.COMPARISON_JSON))
                .toList();
    }

    /**
     * The raw data, by name: enough for {@code compare} and {@code report}. JMH's own objects are left out:
     * {@code --resume} alone needs them, and they add no data to the JSON and the logs.
     */
    public SortedMap<String, byte[]> rawData() throws IOException {
        SortedMap<String, byte[]> data = new TreeMap<>();
        for (String folder : List.of("", FileNames.FORKS)) {
            for (String name : files.filesIn(folder)) {
                if (name.endsWith(FileNames.JSON) || name.endsWith(FileNames.HISTOGRAMS)) {
                    String path = folder.isEmpty() ? name : folder + "/" + name;
                    data.put(path, bytes(path));
                }
            }
        }
        return data;
    }
}
