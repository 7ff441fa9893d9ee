package fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.Jdk;
import fanout.testing.Jdks;
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

/** run-bench.sh, in a copy of the project that has a blank in its path and a build that only leaves a trace. */
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
        assertThat(help.out()).contains("--quick", "--jvm LABEL=JAVA_HOME", "--dry-run", "Exit codes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --nonsense    | unknown flag --nonsense (--help lists them)
            --jvm         | --jvm: LABEL=JAVA_HOME is missing
            --jvm a=/none | --jvm a=/none: no JDK there (LABEL=JAVA_HOME is expected)
            --jvm 1       | --jvm 1: no JDK of that version found; name it: --jvm 1=JAVA_HOME
            --jvm nonsense| --jvm nonsense: expected LABEL=JAVA_HOME, or a version such as 17
            -jvm java     | -jvm: use --jvm LABEL=JAVA_HOME
            """)
    void badUsageIsToldInOneLine(String arguments, String complaint) {
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
        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).startsWith("./mvnw ");
        assertThat(commands.get(1))
                .startsWith(jdk.java() + " ")
                .contains(" -jar target/benchmarks.jar -f 1 ")
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
    void buildsOnlyWhenTheJarIsMissingOrOlder() throws IOException {
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

    @Test
    void aBuildThatFailsEndsIt() throws IOException {
        fakeJava("echo measured");
        executable(project.resolve("mvnw"), "exit 7");

        Shell shell = runWithFakeJava();

        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).doesNotContain("measured");
        assertThat(shell.complaints()).containsExactly("run-bench.sh: the build failed");
    }

    @Test
    void measuresInTheProjectsFolderAndSaysWhereTheResultsAre() throws IOException {
        fakeJava("mkdir -p results; echo '[]' > results/new.json");
        Files.createDirectories(project.resolve("results"));
        Files.createFile(project.resolve("results/old.json"));

        Shell shell = runWithFakeJava("--quick");

        assertThat(shell.status()).isZero();
        assertThat(shell.out()).contains("numbers are for trying out");
        assertThat(shell.out().lines().dropWhile(line -> !line.equals("Results:")))
                .containsExactly("Results:", "  " + project.toRealPath() + "/results/new.json");
    }

    @Test
    void handsOnTheJarsExitCode() throws IOException {
        fakeJava("exit 3");

        assertThat(runWithFakeJava().status()).isEqualTo(3);
    }

    @Test
    @Timeout(30)
    void aSignalEndsItAndWhatItStarted() throws Exception {
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
        String path = project.resolve("run-bench.sh").toString();
        List<String> command =
                Stream.concat(Stream.of(path), Stream.of(arguments)).toList();
        return Shell.run(folder, Map.of("JAVA_HOME", jdk.home().toString()), command);
    }

    /** A "JDK" in {@code folder} that answers like one when asked for its version, and else runs the command. */
    private void fakeJava(String command) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        String version = "case $1 in -Xshow*) echo '    java.specification.version = 17'; exit;; esac\n";
        executable(folder.resolve("bin/java"), version + command);
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
