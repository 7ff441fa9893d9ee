package fanout.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Those of a zip file, read at once into memory: what a page has as raw data, or a folder that was packed. The folder
 * may be the archive itself, or one in it. JMH's own objects are left out, since only {@code --resume} needs them, and
 * an archive can't be resumed.
 *
 * <p>It may be one that somebody sent: nothing is written, and the size is limited.
 */
final class ArchivedFiles implements RunFiles {
    private static final String EXTENSION = ".zip";

    /** More than thousands of forks take. */
    private static final int MOST_FILES = 50_000;

    private static final int MOST_MEGABYTES = 64;

    private final Path archive;
    private final SortedMap<String, byte[]> files;

    private ArchivedFiles(Path archive, SortedMap<String, byte[]> files) {
        this.archive = archive;
        this.files = files;
    }

    /** Whether a path leads to an archive, by its name. */
    static boolean isArchive(Path path) {
        return path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                && Files.isRegularFile(path);
    }

    /** Whether an archive has a run in it; false also if it can't be read. */
    static boolean hasRun(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return manifest(zip).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException if it is no archive, or too large */
    static ArchivedFiles read(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw new ZipException("has " + zip.size() + " files, which is too many");
            }
            String top = manifest(zip)
                    .map(name -> name.substring(0, name.length() - FileNames.MANIFEST.length()))
                    .orElse("");
            return new ArchivedFiles(archive, contents(zip, top));
        }
    }

    /** The name of the manifest that is nested the least. */
    private static Optional<String> manifest(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(FileNames.MANIFEST) || name.endsWith("/" + FileNames.MANIFEST))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static SortedMap<String, byte[]> contents(ZipFile zip, String top) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        int left = MOST_MEGABYTES << 20;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            String name = entry.getName();
            if (name.startsWith(top) && !entry.isDirectory() && !name.endsWith(FileNames.JMH_OBJECTS)) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    byte[] content = stream.readNBytes(left + 1); // what the entry says of its length may be wrong
                    left -= content.length;
                    if (left < 0) {
                        throw new ZipException("is larger than " + MOST_MEGABYTES + " MB, unpacked");
                    }
                    contents.put(name.substring(top.length()), content);
                }
            }
        }
        return contents;
    }

    @Override
    public String name() {
        String file = archive.getFileName().toString();
        return file.substring(0, file.length() - EXTENSION.length());
    }

    @Override
    public String path() {
        return archive.toString();
    }

    @Override
    public String absolutePath() {
        return archive.toAbsolutePath().normalize().toString();
    }

    @Override
    public String path(String name) {
        return archive + "/" + name;
    }

    @Override
    public boolean exists(String name) {
        return hasFile(name) || hasFolder(name);
    }

    @Override
    public boolean hasFile(String name) {
        return files.containsKey(name);
    }

    @Override
    public boolean hasFolder(String name) {
        return files.keySet().stream().anyMatch(file -> file.startsWith(name + "/"));
    }

    @Override
    public InputStream open(String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(path(name));
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public List<String> filesIn(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return files.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
