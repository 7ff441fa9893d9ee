package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs of {@code benchmark.yml}, one after the other on one machine, with a fake build and a fake {@code java}. */
@NeedsJvm
class BenchmarkWorkflowTest {
    /** A run that is called broken can't be compared; {@code compare} else exits with what {@code verdict} holds. */
    private static final String FAKE_JAVA = """
            while [ "$1" != run ] && [ "$1" != compare ]; do shift; done
            printf '[%s]' "$@" >>"$HERE/calls.txt"
            echo >>"$HERE/calls.txt"
            if [ "$1" = run ]; then
              while [ "$1" != --out ]; do shift; done
              mkdir "$2"
              echo page >"$2/report.html"
              exit 0
            fi
            case $* in *broken*) exit 2 ;; esac
            case $* in *markdown*) echo "### verdicts" ;; esac
            case $* in *"--fail-on never"*) exit 0 ;; esac
            exit "$(cat "$HERE/verdict")"
            """;

    @TempDir
    Path folder;

    private final Map<String, String> inputs = new TreeMap<>();
    private JsonNode workflow;
    private Runner runner;

    @BeforeEach
    void begin() throws IOException {
        workflow = Workflows.workflow("benchmark");
        workflow.at("/on/workflow_call/inputs").fieldNames().forEachRemaining(name -> inputs.put(name, ""));
        Files.writeString(folder.resolve("calls.txt"), "");
        Files.writeString(folder.resolve("verdict"), "0");
        Workflows.executable(folder.resolve("bin/java"), FAKE_JAVA);
        Workflows.executable(workspace().resolve("mvnw"), "mkdir target; touch target/benchmarks.jar");
        runner = new Runner(workspace(), folder.resolve("temp"))
                .environment("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .environment("HERE", folder.toString())
                .environment("GITHUB_REPOSITORY", "acme/fanout")
                .environment("RUNNER_ARCH", "X64")
                .context("github.run_number", "12")
                .context("matrix.runner", "2");
        for (String jdk : List.of("17", "21", "25")) {
            jdk(jdk, "X64", "/x64/" + jdk).jdk(jdk, "ARM64", "").jdk(jdk, "AARCH64", "");
        }
    }

    private BenchmarkWorkflowTest jdk(String version, String architecture, String home) {
        runner.environment("JAVA_HOME_" + version + "_" + architecture, home);
        return this;
    }

    private Path workspace() throws IOException {
        return Files.createDirectories(folder.resolve("workspace"));
    }

    private Shell job(String name) throws IOException {
        inputs.forEach((input, value) -> runner.context("inputs." + input, value));
        return runner.job(workflow, name);
    }

    private void succeeds(String... jobs) throws IOException {
        for (String job : jobs) {
            Shell shell = job(job);
            assertThat(shell.status()).as("%s: %s", job, shell).isZero();
        }
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls.txt"));
    }

    @Test
    void onAScheduleItHasDefaults() throws IOException {
        succeeds("build", "run", "compare");

        assertThat(workflow.at("/on/schedule/0/cron").asText()).isNotEmpty();
        assertThat(runner.output("plan", "runners")).isEqualTo("[1,2,3]");
        assertThat(runner.output("plan", "versions")).isEqualTo("17\n21\n25");
        assertThat(runner.output("plan", "label")).isEqualTo("ubuntu-latest");
        assertThat(calls().get(0))
                .isEqualTo("[run][--rounds][5][--seed][1202][--out][run-2][--jvm][17=/x64/17][--jvm][21=/x64/21]"
                        + "[--jvm][25=/x64/25]");
        assertThat(calls())
                .last()
                .asString()
                .startsWith("[compare][--by][jvm][--threshold][0.03][--fail-on][never][--format][json]")
                .endsWith("[run-2]");
        assertThat(runner.summary()).isEqualTo("### verdicts\n");
    }

    @Test
    void whatIsAskedForIsMeasured() throws IOException {
        inputs.putAll(Map.of("jvms", "17 25", "rounds", "8", "runners", "1", "label", "ubuntu-24.04-arm"));
        inputs.putAll(Map.of("params", "delayMillis=0,10 server=forked", "benchmark", "FanOut.*|Cold.*"));
        inputs.putAll(Map.of("repository", "acme/other", "ref", "v1"));
        succeeds("build", "run");

        assertThat(calls().get(0))
                .startsWith("[run][--rounds][8]")
                .endsWith("[--jvm][25=/x64/25][-p][delayMillis=0,10][-p][server=forked][FanOut.*|Cold.*]");
        assertThat(runner.output("plan", "label")).isEqualTo("ubuntu-24.04-arm");
        assertThat(runner.used().get(0))
                .containsEntry("repository", "acme/other")
                .containsEntry("ref", "v1");
    }

    /** The folder of each runner, and its page by itself, which a browser can show. */
    @Test
    void thePageOfEachRunnerIsAnArtifact() throws IOException {
        succeeds("build", "run");

        assertThat(runner.used())
                .filteredOn(used -> used.get("uses").startsWith("actions/upload"))
                .anySatisfy(
                        used -> assertThat(used).containsEntry("name", "run-2").containsEntry("path", "run-2"))
                .anySatisfy(used ->
                        assertThat(used).containsEntry("path", "report-2.html").containsEntry("archive", "false"));
        assertThat(workspace().resolve("run-2/report.html")).hasContent("page");
        assertThat(workspace().resolve("report-2.html")).hasContent("page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARM64", "AARCH64"})
    void anArmRunnerHasItsOwnJdks(String name) throws IOException {
        runner.environment("RUNNER_ARCH", "ARM64");
        inputs.put("jvms", "17 25");
        jdk("17", name, "/arm/17").jdk("25", name, "/arm/25");
        succeeds("build", "run");

        assertThat(calls().get(0)).endsWith("[--jvm][17=/arm/17][--jvm][25=/arm/25]");
    }

    @Test
    void aJdkThatIsNotThereIsSaid() throws IOException {
        runner.environment("RUNNER_ARCH", "ARM64");
        succeeds("build");
        Shell shell = job("run");

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).isEqualTo("::error title=Fanout::no JDK 17 here: JAVA_HOME_17_ARM64 is empty\n");
        assertThat(calls()).isEmpty();
    }

    @Test
    void ofOneJvmTheWaysToFanOutAreCompared() throws IOException {
        inputs.put("jvms", "25");
        succeeds("build", "run", "compare");

        assertThat(calls().get(0)).endsWith("[--out][run-2][--jvm][25=/x64/25]");
        assertThat(calls().subList(1, 5)).allMatch(call -> call.startsWith("[compare][--by][strategy]"));
    }

    @ParameterizedTest
    @CsvSource({"slower, 1, 1", "inconclusive, 1, 1", "slower, 0, 0", "never, 1, 0"})
    void itFailsByFailOnOnceTheArtifactsAreThere(String failOn, String verdict, int expected) throws IOException {
        inputs.putAll(Map.of("fail-on", failOn, "threshold", "0.05"));
        Files.writeString(folder.resolve("verdict"), verdict);
        succeeds("build", "run");
        Shell shell = job("compare");

        assertThat(shell.status()).isEqualTo(expected);
        assertThat(shell.out().contains("::error title=Fanout::a benchmark is what fail-on: " + failOn + " names"))
                .isEqualTo(expected == 1);
        assertThat(runner.used()).last().satisfies(used -> assertThat(used).containsEntry("name", "comparison"));
        assertThat(calls()).last().asString().contains("[--threshold][0.05][--fail-on][" + failOn + "]");
    }

    @Test
    void aRunnerWithoutResultsIsLeftOut() throws IOException {
        succeeds("build");
        Files.createDirectory(workspace().resolve("run-1-broken"));
        Shell none = job("compare");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.out()).contains("no runner has results");

        succeeds("run", "compare");
        assertThat(runner.summary()).contains("- run-1-broken is left out", "### verdicts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jvms | 17,25",
                "jvms | 17  25",
                "rounds | 0",
                "runners | 21",
                "label | [self-hosted]",
                "benchmark | -o=x",
                "params | delayMillis",
                "params | -o=x",
                "threshold | 3 %",
                "threshold | 0.03;id",
                "fail-on | faster"
            })
    void aWrongInputIsSaid(String input, String value) throws IOException {
        inputs.put(input, value);
        Shell shell = job("build");

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).startsWith("::error title=Fanout::" + input + ": expected ");
        assertThat(runner.used()).isEmpty();
    }

    @Test
    void oneJvmCantBeSlowerThanAnother() throws IOException {
        inputs.putAll(Map.of("jvms", "25", "fail-on", "slower"));
        Shell shell = job("build");

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).contains("fail-on: expected never: of one JVM no other is slower");
    }

    @Test
    void itHasTheSameInputsHoweverItIsStarted() {
        assertThat(workflow.at("/on/workflow_dispatch/inputs"))
                .isNotEmpty()
                .isEqualTo(workflow.at("/on/workflow_call/inputs"));
    }
}
