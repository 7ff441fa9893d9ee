package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.selection.ClassPath;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Published;
import fanout.testing.Shell;
import fanout.testing.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The action with {@code target/benchmarks.jar} itself. */
@Timeout(300)
class ActionIT {
    @TempDir
    Path folder;

    private PullRequestApi api;
    private ActionJob job;

    @BeforeEach
    void begin() throws IOException {
        api = new PullRequestApi();
        Jdk jdk = Jdk.running();
        job = new ActionJob(folder, api)
                .input("fanout-jar", Jar.FILE.toString())
                .input("jdks", jdk.feature() + "")
                .environment("JAVA_HOME_" + jdk.feature() + "_X64", jdk.home().toString());
        // JMH's lock lies in the temporary folder, and other tests measure at the same time.
        String options = " " + new Jar(folder).ownLock() + " " + String.join(" ", Jar.FAST_START);
        Workflows.executable(folder.resolve("jdk/bin/java"), "exec " + jdk.java() + options + " \"$@\"\n");
    }

    @AfterEach
    void end() {
        api.close();
    }

    @Test
    void aSuiteIsHeldAgainstItsBase() throws IOException {
        fat(Suite.base(folder, "1.37"), folder.resolve("base.jar"));
        fat(Suite.head(folder, "1.37"), folder.resolve("head.jar"));
        git("init", "--quiet");
        git("commit", "--quiet", "--allow-empty", "-m", "base");
        job.input("base", "HEAD").input("suite-jar", "suite-*.jar");
        job.input(
                "build", "[[ $PWD == */base ]] && what=base || what=head; cp " + folder + "/$what.jar suite-$what.jar");
        job.input("options", "--rounds 1 -wi 1 -w 20ms -i 2 -r 20ms --jvm-args=-XX:TieredStopAtLevel=1")
                .input("benchmarks", "Parse Added");
        Shell shell = job.input("fail-on", "inconclusive").run();

        Path results = Path.of(job.runner().output("measure", "folder"));
        JsonNode comparison =
                new ObjectMapper().readTree(results.resolve("comparison.json").toFile());
        assertThat(comparison.get("baseline").asText()).isEqualTo("base");
        assertThat(comparison.at("/benchmarks/0/benchmark").asText()).isEqualTo("com.acme.ParseBenchmark.parse");
        assertThat(comparison.at("/onlyInCandidate/0/benchmark").asText()).isEqualTo("com.acme.AddedBenchmark.now");
        // One fork a side never decides.
        assertThat(comparison.at("/benchmarks/0/verdict").asText()).isEqualTo("inconclusive");
        assertThat(shell.status()).as(shell.toString()).isEqualTo(1);
        assertThat(results.resolve("report.html")).isNotEmptyFile();
        assertThat(job.runner().summary()).contains("ParseBenchmark");
        assertThat(api.comments()).singleElement().asString().contains("ParseBenchmark", "AddedBenchmark.now");
    }

    /** A published run in which something is slower, but by less than half of the time. */
    @ParameterizedTest
    @CsvSource({"slower, 0.03, 1", "never, 0.03, 0", "slower, 1, 0"})
    void theVerdictsDecideByFailOnAndThreshold(String failOn, String threshold, int expected) throws IOException {
        Path run = folder.resolve("published");
        Published.unpack("arms/cores.zip", run);
        Runner runner = new Runner(folder, folder.resolve("temp"))
                .environment("GITHUB_ACTION_PATH", ActionJob.ACTION.toString())
                .environment("JAVA_HOME", folder.resolve("jdk").toString())
                .context("steps.jar.outputs.jar", Jar.FILE.toString())
                .context("steps.measure.outputs.folder", run.toString())
                .context("steps.measure.outputs.status", "0")
                .context("inputs.threshold", threshold)
                .context("inputs.fail-on", failOn)
                .context("inputs.name", "suite");
        for (JsonNode step : ActionJob.action().at("/runs/steps")) {
            if (step.path("id").asText().equals("report")) {
                Shell shell = runner.run(new ObjectMapper().createArrayNode().add(step));
                assertThat(shell.status()).as(shell.toString()).isZero();
            }
        }

        assertThat(runner.output("report", "status")).isEqualTo(expected + "");
        assertThat(runner.summary()).contains("| benchmark |");
        assertThat(new ObjectMapper()
                        .readTree(run.resolve("comparison.json").toFile())
                        .get("threshold")
                        .asDouble())
                .isEqualTo(Double.parseDouble(threshold));
    }

    private void git(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("git", "-c", "user.name=a", "-c", "user.email=a@localhost"), Stream.of(arguments))
                .toList();
        assertThat(Shell.run(job.workspace(), Map.of(), command).status()).isZero();
    }

    /** As builds package a suite: one jar with all that it needs. */
    private static void fat(Suite suite, Path target) throws IOException {
        Set<String> names = new HashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
            for (Path entry : ClassPath.parse(suite.classPath()).entries()) {
                try (JarFile jar = new JarFile(entry.toFile())) {
                    for (JarEntry each : Collections.list(jar.entries())) {
                        if (names.add(each.getName())) {
                            out.putNextEntry(new JarEntry(each.getName()));
                            try (InputStream in = jar.getInputStream(each)) {
                                in.transferTo(out);
                            }
                        }
                    }
                }
            }
        }
    }
}
