package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code run} of the jar with arms, in short iterations, and the folder that it writes.
 *
 * @param folder where it runs; its results are in {@code out}
 */
public record SuiteRun(Path folder) {
    /** The flags of an arm. */
    public static List<String> arm(String label, Jdk jdk, String options) {
        return List.of("--arm", label + "=" + jdk.home() + " " + options);
    }

    /** What to write after {@code java}. */
    public List<String> command(Jdk jdk, List<String> arguments) {
        List<String> run = new ArrayList<>(List.of("run"));
        run.addAll(arguments);
        Jar jar = new Jar(folder);
        return jar.command(jdk, List.of(jar.ownLock(), Jar.ALLOW_UNSAFE), run);
    }

    /** The flags of a new run with these; a fork has three iterations. */
    public List<String> fresh(int rounds, String iteration, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--out", out().toString(), "--rounds", String.valueOf(rounds)));
        all.addAll(List.of("-wi", "1", "-w", iteration, "-i", "2", "-r", iteration));
        all.addAll(arguments);
        return all;
    }

    /** Measures one round, which must end well, and leave no file in the temporary folder. */
    public Shell measure(Jdk jdk, List<String> arguments) {
        Shell shell = run(jdk, fresh(1, "20ms", arguments));
        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.err()).isEmpty();
        return shell;
    }

    /** Runs it to its end, after which no temporary file may be left. */
    public Shell run(Jdk jdk, List<String> arguments) {
        Shell shell = Shell.run(folder, Map.of(), command(jdk, arguments));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("fanout-"));
            return shell;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Path out() {
        return folder.resolve("out");
    }

    public JsonNode manifest() {
        return json("manifest.json");
    }

    /** What the manifest says of an arm. */
    public JsonNode arm(String label) {
        for (JsonNode jvm : manifest().get("jvms")) {
            if (jvm.get("label").asText().equals(label)) {
                return jvm.get("arm");
            }
        }
        throw new AssertionError("there is no arm " + label);
    }

    /** The JMH JSON of an arm. */
    public JsonNode results(String label) {
        return json(label + ".json");
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(out().resolve(file).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the processes of JMH said. */
    public String log() {
        return text(out().resolve("jmh.log"));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
