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

/** Tests run-bench.sh in a copy of the project that has a blank in its path and a fake build. */
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --jvm         | --jvm: LABEL=JAVA_HOME is missing
            --jvm a=/none | --jvm a=/none: no JDK there (LABEL=JAVA_HOME is expected)
            --jvm 1       | --jvm 1: no JDK of that version found; name it: --jvm 1=JAVA_HOME
            --jvm nonsense| --jvm nonsense: expected LABEL=JAVA_HOME, or a version such as 17
            -jvm java     | -jvm: use --jvm LABEL=JAVA_HOME
            --fail-on     | --fail-on: its value is missing
            --fail-on all | --fail-on all: expected slower, inconclusive or never
            """)
    void badUsageIsReportedInOneLine(String arguments, String complaint) {
        Shell shell = script(arguments.split(" "));

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints()).containsExactly("run-bench.sh: " + complaint);
        assertThat(project.resolve("built.txt")).doesNotExist();
    }

    @Test
    void dryRunPrintsTheCommandsAndRunsNothing() {
        Shell shell =
                script("--dry-run", "--quick", "--jvm", "mine=" + jdk.home(), "semaphore Async", "-p", "requests=5");

        assertThat(shell.status()).isZero();
        List<String> commands = shell.out().lines().toList();
        assertThat(commands).hasSize(6);
        assertThat(commands.get(5)).contains(" -jar target/benchmarks.jar report ");
        assertThat(commands.get(0)).startsWith("./mvnw ");
        assertThat(commands.get(1))
                .startsWith(jdk.java() + " ")
                .contains(" -jar target/benchmarks.jar run --jvm mine=" + jdk.home() + " --quick ")
                .endsWith(" semaphore\\ Async -p requests=5");
        assertThat(project).isDirectoryNotContaining("glob:**{target,results,built.txt}");
    }

    @Test
    void aVersionIsEnoughWhereThatJdkIsFound() {
        for (Jdk each : Jdks.found()) {
            Shell shell = script("--dry-run", "--jvm", "" + each.feature());

            assertThat(shell.status()).as(shell.err()).isZero();
            String java = shell.out().lines().toList().get(1).split(" ")[0];
            assertThat(Shell.run(folder, Map.of(), List.of(java, "-version")).err())
                    .contains("\"" + each.feature());
        }
    }

    @Test
    void theJarIsBuiltOnlyWhenItIsMissingOrOlder() throws IOException {
        fakeJar("");
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

    @Test
    void aBuildThatFailsEndsTheScript() throws IOException {
        fakeJava("echo measured");
        executable(project.resolve("mvnw"), "exit 7");

        Shell shell = runWithFakeJava();

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).doesNotContain("measured");
        assertThat(shell.complaints()).containsExactly("run-bench.sh: the build failed");
    }

    @Test
    void oneJvmIsMeasuredAndItsStrategiesCompared() throws IOException {
        fakeJar("");

        Shell shell = runWithFakeJava("--rounds", "3", "semaphore Async", "-p", "requests=5");

        assertThat(shell.status()).as(shell.err()).isZero();
        String run = run();
        assertThat(calls())
                .containsExactly(
                        "[run][--jvm][fake=%s][--out][%s][--rounds][3][semaphore Async][-p][requests=5]"
                                .formatted(folder, relative(run)),
                        "[compare][--by][strategy][--fail-on][never][%s]".formatted(run),
                        ("[compare][--by][strategy][--fail-on][never][--format][json][--output][%1$s/comparison.json]"
                                        + "[%1$s]")
                                .formatted(run),
                        ("[compare][--by][strategy][--fail-on][never][--format][markdown][--output]"
                                        + "[%1$s/comparison.md][%1$s]")
                                .formatted(run),
                        "[report][%s]".formatted(run));
        assertThat(shell.out().lines()).contains("progress", "verdicts").endsWith("Results: " + run);
    }

    /** With the benchmark's own warm-up a run would take a quarter of an hour. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "--seed 1, true",
        "--control --server forked -p delayMillis=1, true",
        "--order=turns -pdelayMillis=1, true",
        "--rounds 5, false",
        "--rounds=5, false",
        "-wi 20, false",
        "-r 2s, false",
        "--quick, false",
        "--seed 1 FanOutBenchmark, false",
        "--resume folder, false",
        "-- FanOutBenchmark, false"
    })
    void theScriptsOwnIterationsApplyUnlessAnArgumentSetsThem(String arguments, boolean own) throws IOException {
        fakeJar("");

        Shell shell = runWithFakeJava(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(calls().get(0).contains("[-wi][10][-i][3]")).isEqualTo(own);
        assertThat(calls().get(0))
                .contains(arguments.replaceFirst("^(--resume|--) .*", "").replace(" ", "]["));
    }

    @Test
    void severalJvmsAreMeasuredByOneRunAndComparedLast() throws IOException {
        fakeJar("");

        Shell shell = runWithFakeJava("--jvm", "b=" + folder, "--fail-on", "slower");

        assertThat(shell.status()).as(shell.err()).isZero();
        String run = run();
        assertThat(calls())
                .hasSize(6)
                .startsWith("[run][--jvm][fake=%1$s][--jvm][b=%1$s][-wi][10][-i][3][--out][%2$s]"
                        .formatted(folder, relative(run)));
        assertThat(calls().get(1)).startsWith("[compare][--by][strategy][--fail-on][never]");
        assertThat(calls().get(2)).contains("[jvm][--fail-on][never]", "/comparison.json]");
        assertThat(calls().get(3)).contains("[jvm][--fail-on][never]", "/comparison.md]");
        assertThat(calls().get(4)).isEqualTo("[compare][--by][jvm][--fail-on][slower][" + run + "]");
    }

    @Test
    void aVerdictThatFailOnNamesIsTheExitCode() throws IOException {
        fakeJar("case \"$*\" in *'--fail-on slower'*) exit 1;; esac");

        Shell shell = runWithFakeJava("--jvm", "b=" + folder, "--fail-on=slower");

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out().lines()).endsWith("Results: " + run());
    }

    @Test
    void aResumedRunKnowsItsJvms() throws IOException {
        fakeJar("");

        Shell shell = script(Map.of("JAVA_HOME", folder.toString()), "--resume", "my run");

        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(calls().get(0)).isEqualTo("[run][--resume][" + folder.toRealPath() + "/my run]");
        assertThat(shell.out().lines()).endsWith("Results: " + folder.toRealPath() + "/my run");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5", "2, 2, 1", "3, 3, 1", "130, 130, 1"})
    void theExitCodeOfRunIsPassedOnAndTheForksThatWorkedAreCompared(int code, int expected, int calls)
            throws IOException {
        fakeJar("[ \"$1\" != run ] || exit " + code);

        assertThat(runWithFakeJava().status()).isEqualTo(expected);
        assertThat(calls()).hasSize(calls);
    }

    @Test
    void nothingToCompareIsReportedAndIsNoFailure() throws IOException {
        fakeJar("[ \"$1\" != compare ] || { echo 'fanout: no class has two methods to compare' >&2; exit 2; }");

        Shell shell = runWithFakeJava();

        assertThat(shell.status()).isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).contains("One benchmark: there are no two ways");
    }

    @Test
    void anyOtherErrorOfCompareIsPassedOn() throws IOException {
        fakeJar("[ \"$1\" != compare ] || { echo 'fanout: is broken' >&2; exit 2; }");

        Shell shell = runWithFakeJava();

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.complaints()).containsExactly("fanout: is broken");
    }

    @Test
    void aQuickRunSaysWhatItsVerdictsAreWorth() throws IOException {
        fakeJar("");

        assertThat(runWithFakeJava("--quick").out()).contains("these verdicts are for trying out");
        assertThat(calls().get(0)).contains("[--quick]");
    }

    @Test
    void thePageIsMadeInTheEnd() throws IOException {
        fakeJar("");

        assertThat(runWithFakeJava().status()).isZero();
        assertThat(calls()).endsWith("[report][" + run() + "]");
    }

    @Test
    @Timeout(30)
    void aSignalEndsTheScriptAndWhatItStarted() throws Exception {
        fakeJava("echo $$ > pid; exec sleep 60");
        // A JVM that ignores SIGINT hands that on to its children, where bash could not trap it.
        Process script = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        project.resolve("run-bench.sh").toString(),
                        "--jvm",
                        "fake=" + folder)
                .start();
        while (!Files.exists(project.resolve("pid")) || Files.size(project.resolve("pid")) == 0) {
            assertThat(script.isAlive()).isTrue();
            Thread.sleep(20);
        }
        long child = Long.parseLong(Files.readString(project.resolve("pid")).strip());

        new ProcessBuilder("kill", "-INT", "" + script.pid()).start().waitFor();

        assertThat(script.waitFor()).isEqualTo(130);
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
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

    /**
     * Makes a fake JDK in {@code folder} that answers like a real one when asked for its version, and otherwise runs
     * the command.
     */
    private void fakeJava(String command) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        String version = "case $1 in -Xshow*) echo '    java.specification.version = 17'; exit;; esac\n";
        executable(folder.resolve("bin/java"), version + command);
    }

    /**
     * Makes such a JDK, which also records what the jar is asked for; its {@code run} leaves a folder with a file for
     * each JVM.
     */
    private void fakeJar(String last) throws IOException {
        fakeJava("""
                while [ "$1" != -jar ]; do shift; done
                shift 2
                printf '[%s]' "$@" >> calls.txt
                echo >> calls.txt
                case $1 in
                    run)
                        several=
                        case $* in *' b='*) several=b.json;; esac
                        out=$(while [ "$1" != --out ] && [ "$1" != --resume ]; do shift; done; echo "$2")
                        mkdir -p "$out"
                        (cd "$out" && touch manifest.json comparison.json a.json $several)
                        echo progress;;
                    compare) echo verdicts;;
                esac
                """ + last);
    }

    /** The only folder of results. */
    private String run() throws IOException {
        try (Stream<Path> runs = Files.list(project.toRealPath().resolve("results"))) {
            List<Path> all = runs.toList();
            assertThat(all).hasSize(1);
            assertThat(all.get(0).getFileName().toString()).matches("\\d{8}-\\d{6}-[A-Za-z0-9-]+");
            return all.get(0).toString();
        }
    }

    /** The manifest keeps the command, which should not contain the path of the project. */
    private static String relative(String run) {
        return run.substring(run.indexOf("results/"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(project.resolve("calls.txt"));
    }

    private Shell runWithFakeJava(String... arguments) {
        return script(Stream.concat(Stream.of("--jvm", "fake=" + folder), Stream.of(arguments))
                .toArray(String[]::new));
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
