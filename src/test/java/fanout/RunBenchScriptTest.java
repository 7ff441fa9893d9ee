package fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests run-bench.sh in a copy of the project that has a blank in its path and a fake build.
 * The flags of {@code run} are its own tests'. */
@NeedsJvm
class RunBenchScriptTest {
    private static final Path ORIGINAL = Path.of("run-bench.sh").toAbsolutePath();

    @TempDir
    Path folder;

    private Path project;
    private final Jdk jdk = Jdks.found().get(0);

    @BeforeEach
    void copy() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        Files.copy(ORIGINAL, project.resolve("run-bench.sh"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("src"));
        Files.createFile(project.resolve("pom.xml"));
        executable(project.resolve("mvnw"), "echo built >> built.txt; mkdir -p target; touch target/benchmarks.jar");
    }

    @Test
    void helpNamesEveryFlag() {
        Shell help = script("--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--quick", "--jvm LABEL=JAVA_HOME", "--dry-run", "--fail-on", "Exit codes");
    }

    @Test
    void dryRunPrintsTheCommandsAndRunsNothing() throws IOException {
        Shell shell = script("--dry-run", "--quick", "--jvm", "17", "semaphore Async", "-p", "requests=5");

        assertThat(shell.status()).isZero();
        List<String> commands = shell.out().lines().toList();
        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).startsWith("./mvnw ");
        assertThat(commands.get(1))
                .startsWith(jdk.java() + " ")
                .contains(" -Dfanout.results=" + quoted(project.toRealPath()) + "/results ")
                .endsWith(" -jar " + quoted(project.toRealPath())
                        + "/target/benchmarks.jar run --quick --jvm 17 semaphore\\ Async -p requests=5");
        assertThat(project).isDirectoryNotContaining("glob:**{target,results,built.txt}");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws IOException {
        fakeJava(11, "exit 1");

        Shell shell = script(Map.of("JAVA_HOME", folder.toString()), "--dry-run");

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(shell.out().lines()).last().asString().doesNotStartWith(folder.toString());
    }

    @Test
    void theJarIsBuiltOnlyWhenItIsMissingOrOlder() throws IOException {
        fakeJava("");
        Path built = project.resolve("built.txt");

        assertThat(runWithFakeJava().status()).isZero();
        assertThat(built).hasContent("built");
        runWithFakeJava();
        assertThat(built).hasContent("built");

        Path source = Files.createFile(project.resolve("src/A.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        runWithFakeJava();
        assertThat(built).content().hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "130, 130"})
    void aBuildThatFailsOrIsInterruptedEndsTheScript(int build, int expected) throws IOException {
        fakeJava("echo measured");
        executable(project.resolve("mvnw"), "exit " + build);

        Shell shell = runWithFakeJava();

        assertThat(shell.status()).isEqualTo(expected);
        assertThat(shell.out()).doesNotContain("measured");
        assertThat(shell.err().contains("run-bench.sh: the build failed")).isEqualTo(expected == 1);
    }

    /** So that {@code run} finds what the caller names, and yet has a place for what nobody names. */
    @Test
    void runIsCalledWhereTheCallerStands() throws IOException {
        fakeJava("pwd; printf '[%s]' \"$@\"");

        Shell shell = runWithFakeJava("--resume", "my run", "--jvm", "a=../jdk");

        assertThat(shell.err()).isEmpty();
        assertThat(shell.out())
                .isEqualTo(("%s\n[-Dsun.misc.unsafe.memory.access=allow][-Dfanout.results=%2$s/results]"
                                + "[-Dfanout.program=%3$s/run-bench.sh]"
                                + "[-jar][%2$s/target/benchmarks.jar][run][--resume][my run][--jvm][a=../jdk]")
                        .formatted(folder.toRealPath(), project.toRealPath(), project));
    }

    /** Ten minutes for each JVM; 0 where an argument says how long, or of what. */
    @ParameterizedTest
    @CsvSource({
        "'', 10",
        "--seed 1, 10",
        "--jvm 17, 10",
        "--jvm 17 --jvm a=/x, 20",
        "--jvm=17 --arm=a=/x --control, 30",
        "--control --server forked -p delayMillis=1, 10",
        "--order=turns -pdelayMillis=1, 10",
        "--out x --no-report, 10",
        "--fail-on slower --server-jvm 17, 10",
        "--threshold 5% --alpha=0.01, 10",
        "--jvm, 10",
        "--rounds 5, 0",
        "--rounds=5, 0",
        "--until 1%, 0",
        "--at-most 5m, 0",
        "--order=forks, 0",
        "--order forks, 0",
        "-wi 20, 0",
        "-r 2s, 0",
        "--quick, 0",
        "--seed 1 FanOutBenchmark, 0",
        "--resume folder, 0",
        "-- FanOutBenchmark, 0"
    })
    void itRunsUntilItIsDecidedUnlessAnArgumentSaysHowLong(String arguments, int minutes) throws IOException {
        fakeJava("while [ \"$1\" != run ]; do shift; done; echo \"$@\"");

        Shell shell = runWithFakeJava(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(shell.out().strip())
                .isEqualTo(("run " + (minutes > 0 ? "--until decided --at-most " + minutes + "m " : "")
                                + arguments.replaceFirst("^-- ", ""))
                        .strip());
    }

    /** None of these is the name of a benchmark: a measurement would take minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare a.json --threshold 5%",
                "compare --quick x",
                "report dir",
                "serve --port 0",
                "doctor",
                "help",
                "help run",
                "run --rounds 1",
                "--version",
                "-l",
                "-lprof"
            })
    void aCommandOfTheJarIsPassedOnToIt(String arguments) throws IOException {
        fakeJava("while [ \"$1\" != -jar ]; do shift; done; shift 2; echo \"$@\"");

        Shell shell = runWithFakeJava(arguments.split(" "));

        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).isEqualTo(arguments + "\n");
        assertThat(runWithFakeJava(("--dry-run " + arguments).split(" ")).out())
                .endsWith("/target/benchmarks.jar " + arguments + "\n");
    }

    @Test
    void aShortFlagIsEnoughForHelp() {
        assertThat(script("-h")).isEqualTo(script("--help"));
        assertThat(script("-h").out()).startsWith("Usage: ./run-bench.sh");
    }

    @Test
    void aBuildThatFailsIsOneLine() throws IOException {
        fakeJava("echo measured");
        executable(project.resolve("mvnw"), "echo downloading; echo '[ERROR] no network'; echo '[ERROR] so'; exit 1");

        assertThat(runWithFakeJava().complaints())
                .containsExactly("run-bench.sh: the build failed: no network (all of it: "
                        + project.toRealPath().resolve("target/build.log") + ")");
    }

    @Test
    void aBuildThatLeavesNoJarHasFailed() throws IOException {
        fakeJava("echo measured");
        executable(project.resolve("mvnw"), "exit 0");

        Shell shell = runWithFakeJava("compare", "x");

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.complaints()).singleElement().asString().startsWith("run-bench.sh: the build failed: (all");
    }

    @Test
    void withoutJarAndSourcesThereIsNothingToStart() throws IOException {
        fakeJava("echo measured");
        Files.delete(project.resolve("pom.xml"));

        Shell shell = runWithFakeJava("help");

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints())
                .containsExactly("run-bench.sh: there is no " + project.toRealPath()
                        + "/target/benchmarks.jar, and no pom.xml beside this script to build it from");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 130})
    void theExitCodeIsThatOfRun(int code) throws IOException {
        fakeJava("exit " + code);

        assertThat(runWithFakeJava().status()).isEqualTo(code);
    }

    @Test
    @Timeout(30)
    void aSignalReachesTheJvmItself() throws Exception {
        fakeJava("trap 'exit 42' TERM; echo $$ > pid; while :; do sleep 0.1; done");
        ProcessBuilder builder =
                new ProcessBuilder(project.resolve("run-bench.sh").toString()).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", folder.toString());
        Process script = builder.start();
        Path pid = folder.resolve("pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(script.isAlive()).isTrue();
            Thread.sleep(20);
        }
        assertThat(pid).hasContent(script.pid() + "");

        script.destroy();

        assertThat(script.waitFor()).isEqualTo(42);
    }

    @Test
    void shellcheckFindsNothing() {
        assumeTrue(onThePath("shellcheck"), "shellcheck is not installed");

        Shell lint = Shell.run(ORIGINAL.getParent(), Map.of(), List.of("shellcheck", "run-bench.sh", ".ci/run"));

        assertThat(lint.out()).isEmpty();
        assertThat(lint.status()).isZero();
    }

    private Shell script(String... arguments) {
        return script(Map.of("JAVA_HOME", jdk.home().toString()), arguments);
    }

    private Shell script(Map<String, String> environment, String... arguments) {
        String path = project.resolve("run-bench.sh").toString();
        List<String> command =
                Stream.concat(Stream.of(path), Stream.of(arguments)).toList();
        return Shell.run(folder, environment, command);
    }

    /** Makes a fake JDK 17 in {@code folder} that runs the command. */
    private void fakeJava(String command) throws IOException {
        fakeJava(17, command);
    }

    /** Makes a fake JDK that answers like a real one when asked for its version, and otherwise runs the command. */
    private void fakeJava(int feature, String command) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        String version = "case $1 in -Xshow*) echo '    java.specification.version = " + feature + "'; exit;; esac\n";
        executable(folder.resolve("bin/java"), version + command);
    }

    private Shell runWithFakeJava(String... arguments) {
        return script(Map.of("JAVA_HOME", folder.toString()), arguments);
    }

    /** As the script prints it: the project's path has a blank in it. */
    private static String quoted(Path path) {
        return path.toString().replace(" ", "\\ ");
    }

    private static void executable(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }
}
