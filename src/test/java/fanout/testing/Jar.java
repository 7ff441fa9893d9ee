package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code target/benchmarks.jar} as a process of its own: every test of the package {@code fanout.jar} starts it here.
 *
 * @param folder where it runs
 * @param classPath what is on it besides the jar
 */
public record Jar(Path folder, Path... classPath) {
    /** Iterations that measure nothing worth a look, of a batch that is small. */
    public static final List<String> SHORT =
            List.of("-wi", "1", "-w", "100ms", "-i", "2", "-r", "100ms", "-p", "requests=100");

    /** The file that the build has packaged. */
    public static final Path FILE = Path.of("target", "benchmarks.jar").toAbsolutePath();

    private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    /** The class path of a JVM that has it and the tests' own classes. */
    public static final String CLASS_PATH_WITH_TESTS = FILE + File.pathSeparator + TEST_CLASSES;

    /** As run-bench.sh does: on JDK 24 and newer the JVM warns that JMH and XNIO use sun.misc.Unsafe. */
    public static final String ALLOW_UNSAFE = "-Dsun.misc.unsafe.memory.access=allow";

    /** A process of a few seconds ends before the second compiler and threads of a garbage collector pay. */
    public static final List<String> FAST_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The same for the forks of {@code run}, which inherit nothing, and whose scores nobody looks at. */
    public static final List<String> FAST_FORKS = List.of("--jvm-args", String.join(" ", FAST_START));

    /** Several JMHs may measure at the same time: these tests have no use for exact scores. */
    public static final String IGNORE_LOCK = "-Djmh.ignoreLock=true";

    /** The jar with the classes of the tests on the class path, for their benchmarks. */
    public static Jar withTests(Path folder) {
        return new Jar(folder, TEST_CLASSES);
    }

    /** JMH's lock lies in the temporary folder: a temporary folder of its own keeps other runs out of it. */
    public String ownLock() {
        return "-Djava.io.tmpdir=" + folder;
    }

    /**
     * A command line that starts it.
     *
     * @param options of the JVM
     * @param arguments of the jar
     */
    public List<String> command(Jdk jdk, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(FAST_START);
        command.addAll(options);
        if (classPath.length == 0) {
            command.addAll(List.of("-jar", FILE.toString()));
        } else {
            String joined = Stream.concat(Stream.of(FILE), Stream.of(classPath))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            command.addAll(List.of("-cp", joined, "fanout.Main"));
        }
        command.addAll(arguments);
        return command;
    }

    /** The same command, which SIGINT ends: a process in the background ignores it, and its children inherit that. */
    public static List<String> interruptible(List<String> command) {
        return Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream())
                .toList();
    }

    /** Starts a command, which writes to {@code out.txt} and {@code err.txt} in the folder. */
    public Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** Starts a command, both of whose streams go to one file. */
    public Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Runs it to its end, with a lock of its own. */
    public Shell run(Jdk jdk, Stream<String> arguments) {
        return Shell.run(folder, Map.of(), command(jdk, List.of(ownLock(), ALLOW_UNSAFE), arguments.toList()));
    }

    /** JMH itself, one fork, in {@link #SHORT}. */
    public Shell jmh(Jdk jdk, String... arguments) {
        return run(
                jdk,
                Stream.of(Stream.of("-f", "1"), SHORT.stream(), Stream.of(arguments))
                        .flatMap(each -> each));
    }

    /** {@code run}, one round on these JVMs, in {@link #SHORT}, to the folder {@code out}. */
    public Shell takeTurns(List<Jdk> jdks, String... arguments) {
        Stream<String> jvms = jdks.stream().flatMap(jdk -> Stream.of("--jvm", jdk.feature() + "=" + jdk.home()));
        Stream<String> run = Stream.of("run", "--rounds", "1", "--out", "out");
        return run(
                jdks.get(0),
                Stream.of(run, jvms, SHORT.stream(), FAST_FORKS.stream(), Stream.of(arguments))
                        .flatMap(each -> each));
    }

    /** What JMH wrote; empty if it wrote nothing. */
    public List<JsonNode> results() throws IOException {
        if (!Files.isDirectory(folder.resolve("results"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(all).hasSize(1);
            return list(all.get(0));
        }
    }

    /** What {@link #takeTurns} wrote for one JVM. */
    public List<JsonNode> results(Jdk jdk) throws IOException {
        return list(folder.resolve("out").resolve(jdk.feature() + ".json"));
    }

    /** What it left out. */
    public List<String> leftOut() throws IOException {
        List<String> lines = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder.resolve("out/manifest.json").toFile())
                .get("leftOut")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }

    /** The methods of these results. */
    public static List<String> methods(List<JsonNode> results) {
        return results.stream()
                .map(each -> each.get("benchmark").asText())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }

    private static List<JsonNode> list(Path file) throws IOException {
        List<JsonNode> results = new ArrayList<>();
        new ObjectMapper().readTree(file.toFile()).forEach(results::add);
        return results;
    }
}
