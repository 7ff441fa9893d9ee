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
import java.util.stream.Stream;

/**
 * {@code target/benchmarks.jar} as a process of its own.
 *
 * @param folder where it runs
 * @param beside what else is on the class path
 */
public record Jar(Path folder, Path... beside) {
    /** Iterations that measure nothing worth a look, of a batch that is small. */
    public static final List<String> SHORT =
            List.of("-wi", "1", "-w", "100ms", "-i", "2", "-r", "100ms", "-p", "requests=100");

    private static final Path JAR = Path.of("target", "benchmarks.jar").toAbsolutePath();

    /** Runs it to its end. JMH's lock lies in the temporary folder: one of its own keeps other runs out of it. */
    public Shell run(Jdk jdk, Stream<String> arguments) {
        List<String> classPath = new ArrayList<>(List.of(JAR.toString()));
        Stream.of(beside).map(Path::toString).forEach(classPath::add);
        List<String> command = new ArrayList<>(List.of(jdk.java().toString(), "-Djava.io.tmpdir=" + folder));
        command.addAll(List.of("-Dsun.misc.unsafe.memory.access=allow", "-cp"));
        command.addAll(List.of(String.join(File.pathSeparator, classPath), "fanout.Main"));
        arguments.forEach(command::add);
        return Shell.run(folder, Map.of(), command);
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
                Stream.of(run, jvms, SHORT.stream(), Stream.of(arguments)).flatMap(each -> each));
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
