package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --cpus --server-cpus}, from outside: what the system says of its processes while they run. */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class PinnedJarIT {
    private static final Jdk JDK = Jdks.found().get(0);
    private static final String SERVER = "fanout.server.ServerMain";
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

    @TempDir
    Path folder;

    @Test
    void forksAndServerRunOnTheirOwnCpus() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs two processors");
        Jar jar = new Jar(folder);
        List<String> run = new ArrayList<>(List.of("run", "--rounds", "1", "--out", "out", "--no-report"));
        run.addAll(List.of("--server", "forked", "--cpus", "0", "--server-cpus", "1", "FanOut.*semaphoreAsync"));
        run.addAll(Jar.SHORT);
        run.addAll(Jar.FAST_FORKS);

        Process process = jar.start(jar.command(JDK, List.of(jar.ownLock(), Jar.ALLOW_UNSAFE), run));
        Map<String, String> seen = new TreeMap<>();
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(each -> look(each, seen));
        }

        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        assertThat(seen).isEqualTo(Map.of(FORK, "0", SERVER, "1"));
        JsonNode manifest = new ObjectMapper()
                .readTree(folder.resolve("out").resolve("manifest.json").toFile());
        assertThat(manifest.at("/settings/cpus/forks").asText()).isEqualTo("0");
        assertThat(manifest.at("/server/cpus/server").asText()).isEqualTo("1");
    }

    /** The command line and the CPUs of a process that is still there. */
    private static void look(ProcessHandle process, Map<String, String> seen) {
        try {
            Path proc = Path.of("/proc", "" + process.pid());
            String command = Files.readString(proc.resolve("cmdline")).replace('\0', ' ');
            String cpus = Files.readAllLines(proc.resolve("status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.split("\\s+")[1])
                    .findFirst()
                    .orElseThrow();
            boolean isPinned = !command.startsWith("taskset"); // it becomes the JVM
            Stream.of(SERVER, FORK)
                    .filter(name -> isPinned && command.contains(name))
                    .forEach(name -> seen.put(name, cpus));
        } catch (IOException e) {
            // it has ended
        }
    }
}
