package fanout.selection;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a JVM.
 *
 * @param entries jars and folders, absolute, in their order; each is there
 */
public record ClassPath(List<Path> entries) {
    public static final ClassPath EMPTY = new ClassPath(List.of());

    private static final String ALL_JARS = "*";

    public ClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a class path as {@code java -cp} does: {@code dir/*} stands for all jars in a folder, here in alphabetical
     * order.
     *
     * @throws IllegalArgumentException if one is missing, or can't be on a class path; the message is one line
     */
    public static ClassPath parse(String text) {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                Path path = Path.of(entry).toAbsolutePath().normalize();
                boolean allJars = path.endsWith(ALL_JARS); // the whole name
                entries.addAll(allJars ? jars(entry, path.getParent()) : List.of(existing(path)));
            }
        }
        return new ClassPath(entries);
    }

    private static Path existing(Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return path;
    }

    private static List<Path> jars(String entry, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new IllegalArgumentException("there is no jar in " + entry);
            }
            return jars;
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " can't be read (" + e.getMessage() + ")", e);
        }
    }

    /** The same entries in the form of {@code java -cp}, with others behind them. */
    public String followedBy(String others) {
        return Stream.concat(entries.stream().map(Path::toString), Stream.of(others))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a JVM with this class path finds under this name, the first first. */
    public List<byte[]> resources(String name) {
        List<byte[]> found = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            for (URL url : Collections.list(loader.findResources(name))) {
                try (InputStream in = url.openStream()) {
                    found.add(in.readAllBytes());
                }
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " can't be read from the class path (" + e.getMessage() + ")", e);
        }
    }

    private URL[] urls() {
        return entries.stream().map(ClassPath::url).toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
