package fanout.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs on this machine that Fanout can be measured on. */
public final class Jdks {
    private static final int OLDEST = 17;

    private Jdks() {}

    /**
     * One JDK for each feature version found, oldest first: the running one, those in {@code JAVA_HOME*}, and those in
     * the usual install folders. Never empty.
     */
    public static List<Jdk> found() {
        Map<Integer, Jdk> byFeature = new TreeMap<>();
        byFeature.put(Jdk.running().feature(), Jdk.running());
        Stream.concat(fromEnvironment(), fromFolders())
                .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                .forEach(home -> {
                    int feature = feature(home);
                    if (feature >= OLDEST) {
                        byFeature.putIfAbsent(feature, new Jdk(feature, home));
                    }
                });
        return List.copyOf(byFeature.values());
    }

    private static Stream<Path> fromEnvironment() {
        return new TreeMap<>(System.getenv())
                .entrySet().stream()
                        .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                        .filter(variable -> !variable.getValue().isBlank())
                        .map(variable -> Path.of(variable.getValue()));
    }

    private static Stream<Path> fromFolders() {
        Path sdkman = Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java");
        return Stream.concat(
                Stream.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), sdkman).flatMap(Jdks::children),
                children(Path.of("/Library/Java/JavaVirtualMachines")).map(jdk -> jdk.resolve("Contents/Home")));
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the {@code release} file that every JDK since 9 has; 0 where there is none. */
    private static int feature(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+_-]", 2)[0]);
    }
}
