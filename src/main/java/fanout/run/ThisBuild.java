package fanout.run;

import fanout.client.Strategy;
import fanout.record.BuildProperties;
import fanout.record.Project;
import fanout.record.Sha256;
import fanout.selection.ClassPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what this build of the program, and the libraries in it, record of themselves. */
public final class ThisBuild {
    private static final String MAIN = "fanout/Main.class";
    private static final String GIT = "/fanout/git.properties";
    private static final List<String> LIBRARIES_OF_ALL = List.of(
            "org.openjdk.jmh/jmh-core",
            "io.undertow/undertow-core",
            "org.jboss.xnio/xnio-api",
            "com.fasterxml.jackson.core/jackson-databind");

    private ThisBuild() {}

    /** The record of the program in the manifest. */
    public static Project project() {
        Properties git = BuildProperties.read(GIT);
        return new Project(
                BuildProperties.version(),
                git.getProperty("git.commit.id", ""),
                Boolean.parseBoolean(git.getProperty("git.dirty")),
                jarSha256(System.getProperty("java.class.path")));
    }

    /**
     * Checks that a class path that comes before this program's own does not hide it.
     *
     * @throws IllegalArgumentException if it has another build of this program; the message is one line
     */
    public static void requireNotHidden(ClassPath classPath) {
        if (classPath.resources(MAIN).isEmpty()) {
            return;
        }
        for (String name : List.of(MAIN, BuildProperties.BUILD.substring(1), GIT.substring(1))) {
            List<byte[]> found = classPath.resources(name);
            List<byte[]> own = new ClassPath(List.of(origin())).resources(name);
            if (found.size() != own.size() || !found.isEmpty() && !Arrays.equals(found.get(0), own.get(0))) {
                throw new IllegalArgumentException("hides Fanout itself with another version; an arm's class path may"
                        + " have libraries, and suites of benchmarks, but no other Fanout");
            }
        }
    }

    /** The jar or folder that this program was started from. */
    static Path origin() {
        try {
            return Path.of(ThisBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a code source has an address", e);
        }
    }

    /** The libraries that affect a score, each with its version. */
    public static SortedMap<String, String> dependencies() {
        SortedMap<String, String> versions = new TreeMap<>();
        for (String library : libraries()) {
            String version = BuildProperties.read("/META-INF/maven/" + library + "/pom.properties")
                    .getProperty("version");
            if (version != null) {
                versions.put(library.replace('/', ':'), version);
            }
        }
        return versions;
    }

    /** The libraries that all benchmarks use, and those of each strategy. */
    private static Set<String> libraries() {
        Set<String> libraries = new TreeSet<>(LIBRARIES_OF_ALL);
        Stream.of(Strategy.values()).map(Strategy::libraries).forEach(libraries::addAll);
        return libraries;
    }

    private static String jarSha256(String classPath) {
        List<Path> entries =
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        if (!Files.isRegularFile(entries.get(0))) {
            return "";
        }
        try {
            MessageDigest digest = Sha256.digest();
            for (Path jar : entries) {
                if (Files.isRegularFile(jar)) {
                    try (InputStream in = Files.newInputStream(jar)) {
                        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(classPath, e);
        }
    }
}
