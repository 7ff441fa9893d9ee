package fanout.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDKs on a machine, by feature version. They are looked for in {@code JAVA_HOME}, beside each {@code java} on the
 * {@code PATH}, in the other variables whose names begin with {@code JAVA_HOME}, in the usual folders and SDKMAN's, and
 * last where the running one is.
 *
 * @param environment the variables
 * @param folders each holds JDKs, as its children or in {@code Contents/Home} of them
 * @param running the home of the JDK that this code runs on
 */
public record InstalledJdks(Map<String, String> environment, List<Path> folders, Path running) {
    private static final Pattern VERSION = Pattern.compile("\"?(?:1\\.)?(\\d{1,4}).*");

    /** Those of this machine. */
    public static InstalledJdks here() {
        return new InstalledJdks(
                System.getenv(),
                List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of("/Library/Java/JavaVirtualMachines")),
                Path.of(System.getProperty("java.home")));
    }

    /** The home of the first JDK of this feature version; empty if there is none. */
    public Optional<Path> find(int feature) {
        return Optional.ofNullable(found().get(feature));
    }

    /** The home of the first JDK of each feature version. What can't be read is skipped. */
    public SortedMap<Integer, Path> found() {
        SortedMap<Integer, Path> found = new TreeMap<>();
        homes().filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                .forEach(home -> feature(home).ifPresent(feature -> found.putIfAbsent(feature, home)));
        return Collections.unmodifiableSortedMap(found);
    }

    /** Whether a JDK is found there, under this name or another. */
    public boolean has(Path home) {
        return homes().anyMatch(found -> isSame(found, home));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private Stream<Path> homes() {
        return Stream.of(
                        variable("JAVA_HOME"),
                        Stream.of(environment.getOrDefault("PATH", "").split(System.getProperty("path.separator")))
                                .filter(entry -> !entry.isBlank())
                                .map(entry -> homeOf(Path.of(entry, "java")))
                                .filter(Objects::nonNull),
                        new TreeMap<>(environment)
                                .keySet().stream()
                                        .filter(name -> name.startsWith("JAVA_HOME"))
                                        .flatMap(this::variable),
                        Stream.concat(folders.stream(), sdkman())
                                .flatMap(InstalledJdks::children)
                                .flatMap(child -> Stream.of(child, child.resolve("Contents/Home"))),
                        Stream.of(running))
                .flatMap(homes -> homes);
    }

    private Stream<Path> variable(String name) {
        return Stream.of(environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private Stream<Path> sdkman() {
        Stream<Path> own = environment.containsKey("SDKMAN_DIR")
                ? variable("SDKMAN_DIR")
                : variable("HOME").map(home -> home.resolve(".sdkman"));
        return own.map(folder -> folder.resolve("candidates").resolve("java"));
    }

    /** On the {@code PATH} there may be a chain of links; null where it ends nowhere. */
    private static Path homeOf(Path java) {
        try {
            Path bin = java.toRealPath().getParent();
            return bin.getParent();
        } catch (IOException e) {
            return null;
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** From the file {@code release}, which a JDK has, so that no JVM need be started. */
    private static Optional<Integer> feature(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(release.getProperty("JAVA_VERSION", ""));
        return version.matches() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }
}
