package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fanout.selection.ClassPath;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import fanout.testing.Suite;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** README's commands with {@code --arm} run as they stand there, but for their length. */
@Timeout(300)
class ReadmeArmsIT {
    private static final String SHORT = " --rounds 1 -wi 0 -i 1 -r 20ms";
    private static final Map<String, String> ONE_COMPILER = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path folder;

    @Test
    void everyCommandRuns() throws IOException {
        Jdk jdk = Jdks.found().get(0);
        assumeThat(Jdks.found()).as("the JDKs that README names").anyMatch(found -> found.feature() == 25);
        prepare();
        List<String> commands = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("java -jar target/benchmarks.jar run --arm "))
                .toList();

        assertThat(commands).hasSize(3);
        for (String command : commands) {
            String small = command.contains("com.acme") ? "" : " -p requests=10";
            // One strategy: the arms are what the command is about.
            String one = command.replaceFirst(" FanOutBenchmark$", " FanOutBenchmark.socketFloor")
                    .replace("(blockingThreadPool|semaphoreAsync)", "(semaphoreAsync)");
            String shorter = one.replaceFirst("^java", jdk.java() + " -Djava.io.tmpdir=.") + SHORT + small;
            Shell shell = Shell.run(folder, ONE_COMPILER, List.of("bash", "-c", shorter));

            assertThat(shell.status()).as(shell.out() + shell.err()).isZero();
            assertThat(shell.out()).contains(" differs from ").doesNotContain("failed");
        }
    }

    /** What the commands name: the jar, a folder with old libraries, and two versions of a suite. */
    private void prepare() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Files.copy(Jar.FILE, folder.resolve("target/benchmarks.jar"));
        Files.createDirectories(folder.resolve("old"));
        for (Path jar : ClassPath.parse(Suite.jackson(Suite.OLD_JACKSON)).entries()) {
            Files.copy(jar, folder.resolve("old").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        oneJar(Suite.base(folder, "1.37"), folder.resolve("base/target/benchmarks.jar"));
        oneJar(Suite.head(folder, "1.37"), folder.resolve("head/target/benchmarks.jar"));
    }

    /** A jar that names the suite and all that it needs: for a JVM as good as one that has it all. */
    private static void oneJar(Suite suite, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        ClassPath.parse(suite.classPath()).entries().stream()
                                .map(Path::toFile)
                                .map(File::toURI)
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
