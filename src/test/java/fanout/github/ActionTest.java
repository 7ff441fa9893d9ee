package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the action in {@code .github/actions/fanout} builds, measures and judges, with a fake Fanout. */
@NeedsJvm
class ActionTest {
    @TempDir
    Path folder;

    private PullRequestApi api;
    private ActionJob job;

    @BeforeEach
    void begin() throws IOException {
        api = new PullRequestApi();
        job = new ActionJob(folder, api).input("jdks", "17 25");
        suite("");
    }

    @AfterEach
    void end() {
        api.close();
    }

    private void suite(String content) throws IOException {
        job.write("work space/target/codec-suite.jar", content);
    }

    private void succeeds() throws IOException {
        Shell shell = job.run();
        assertThat(shell.status()).as(shell.toString()).isZero();
    }

    @Test
    void theSummaryAndTheArtifactHaveTheVerdicts() throws IOException {
        succeeds();

        assertThat(job.runner().summary())
                .startsWith("### JDK 25 is *not slower*\n")
                .contains("report.html", "artifact fanout-suite of [this run](server/acme/codec/actions/runs/42)");
        Map<String, String> upload = job.runner().used().get(1);
        assertThat(upload.get("uses")).startsWith("actions/upload-artifact@");
        assertThat(upload).containsEntry("name", "fanout-suite");
        assertThat(Path.of(upload.get("path")))
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/comparison.json")
                .isDirectoryContaining("glob:**/comparison.md");
    }

    /** What fails the job is told first: summary, artifact and comment. */
    @ParameterizedTest
    @CsvSource({"0, 0, slower, 0", "0, 1, slower, 1", "0, 1, inconclusive, 1", "0, 1, never, 0", "1, 0, slower, 1"})
    void theJobFailsByFailOn(int ran, int verdict, String failOn, int expected) throws IOException {
        Shell shell = job.ran(ran).verdict(verdict).input("fail-on", failOn).run();

        assertThat(shell.status()).isEqualTo(expected);
        assertThat(shell.out().contains("::error title=Fanout::")).isEqualTo(expected != 0);
        assertThat(job.runner().output("report", "status")).isEqualTo(expected + "");
        assertThat(job.runner().summary()).contains("not slower");
        assertThat(job.runner().used()).hasSize(2);
        assertThat(api.comments()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 0, the run was refused or ended", "130, 0, the run was refused or ended", "0, 2, nothing to judge"})
    void whatGivesNoVerdictFailsTheJobAtOnce(int ran, int verdict, String message) throws IOException {
        Shell shell = job.ran(ran).verdict(verdict).run();

        assertThat(shell.status()).isEqualTo(Math.max(ran, verdict));
        assertThat(shell.out()).contains("::error title=Fanout::").contains(message);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void eachJdkIsAnArm() throws IOException {
        job.environment("RUNNER_ARCH", "X64").environment("JAVA_HOME_17_X64", "/jdk 17");
        job.input("params", "n=1,2\n size=3")
                .input("benchmarks", "Encode Decode")
                .input("until", "2%");
        job.input("threshold", "0.05").input("at-most", "5m").input("options", "-wi 5 --control");
        succeeds();

        String jar = job.workspace().toRealPath() + "/target/codec-suite.jar";
        assertThat(job.calls().get(0))
                .startsWith(
                        "[run][--arm][17=\"/jdk 17\" -cp \"" + jar + "\"][--arm][25=\"25\" -cp \"" + jar + "\"][--out]")
                .endsWith("[-p][n=1,2][-p][size=3][--until][2%][--at-most][5m][-wi][5][--control][Encode][Decode]");
        assertThat(job.calls().get(1)).startsWith("[compare][--threshold][0.05][--fail-on][slower][--format][json]");
        assertThat(job.runner().used().get(0))
                .containsEntry("java-version", "25\n17")
                .containsEntry("uses", "actions/setup-java@v6");
    }

    /** Version 6 of setup-java calls AARCH64 what earlier ones called ARM64, as the runner does. */
    @ParameterizedTest
    @ValueSource(strings = {"ARM64", "AARCH64"})
    void anArmRunnerHasItsOwnJdks(String name) throws IOException {
        job.environment("RUNNER_ARCH", "ARM64").environment("JAVA_HOME_17_X64", "/wrong");
        job.environment("JAVA_HOME_17_" + name, "/jdk17");
        succeeds();

        assertThat(job.calls().get(0)).contains("[17=\"/jdk17\" -cp ").doesNotContain("/wrong");
    }

    @Test
    void fixedRoundsTakeThePlaceOfUntil() throws IOException {
        job.input("options", "--rounds 3");
        succeeds();

        assertThat(job.calls().get(0)).endsWith("[--rounds][3]").doesNotContain("--until", "--at-most");
    }

    @Test
    void theSuiteIsBuiltWithoutTheToken() throws IOException {
        job.input("suite-jar", "built.jar").input("build", "env >build.txt; touch built.jar");
        succeeds();

        assertThat(job.workspace().resolve("build.txt")).content().doesNotContain(ActionJob.TOKEN);
        assertThat(job.measuredWith()).doesNotContain(ActionJob.TOKEN);
        assertThat(job.calls().get(0)).contains("/built.jar\"]");
    }

    @ParameterizedTest
    @CsvSource({"mkdir target; touch target/benchmarks.jar, 0", "exit 1, 1"})
    void withoutAJarFanoutIsBuiltFromTheCheckoutOfTheAction(String build, int expected) throws IOException {
        Path action = folder.resolve("own/.github/actions/fanout");
        Files.createDirectories(action);
        try (Stream<Path> files = Files.list(ActionJob.ACTION)) {
            for (Path file : files.toList()) {
                Files.copy(file, action.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Workflows.executable(folder.resolve("own/mvnw"), build);
        Shell shell = job.environment("GITHUB_ACTION_PATH", action.toString())
                .input("fanout-jar", "")
                .run();

        assertThat(shell.status()).as(shell.toString()).isEqualTo(expected);
        assertThat(shell.out().contains("Fanout itself could not be built")).isEqualTo(expected == 1);
        if (expected == 0) {
            assertThat(job.runner().output("jar", "jar")).isEqualTo(folder.toRealPath() + "/own/target/benchmarks.jar");
        }
    }

    @Test
    void aBuildThatFailsFailsTheJob() throws IOException {
        Shell shell = job.input("build", "false\ntouch target/codec-suite.jar").run();

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).contains("::error title=Fanout::the build of the checkout failed");
        assertThat(job.calls()).isEmpty();
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeTrue(onThePath("shellcheck"), "shellcheck is not installed");
        List<String> command = new ArrayList<>(List.of("shellcheck", "-x"));
        try (Stream<Path> files = Files.list(ActionJob.ACTION)) {
            files.filter(file -> file.toString().endsWith(".sh")).forEach(file -> command.add(file.toString()));
        }
        Shell lint = Shell.run(ActionJob.ACTION, Map.of(), command);

        assertThat(lint.out()).isEmpty();
        assertThat(lint.status()).isZero();
    }

    private static boolean onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }
}
