package fanout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a run with SIGKILL at moments that are drawn, and resumes it until it is complete: what was kept is neither
 * lost nor changed. A build kills it twice, and {@code ./mvnw -B verify -Pfaults} 40 times.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class KilledRunIT {
    private static final int KILLS = Integer.getInteger("fanout.kills", 2);
    private static final int ROUNDS = 2 + KILLS / 4;
    private static final int FIRST_MILLIS = 1_500;
    private static final int SPREAD_MILLIS = 5_000;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasKeptIsLostOrChanged() throws Exception {
        Random random = new Random(Long.getLong("fanout.killSeed", 1));
        int kills = 0;
        boolean complete = false;
        for (int i = 0; i < KILLS && !complete; i++) {
            SortedMap<String, String> before = kept();
            if (before.isEmpty()) {
                delete(folder.resolve("out")); // a run that is killed before its manifest is there can't be resumed
            }
            Process process = new Jar(folder).start(command());
            complete = process.waitFor(FIRST_MILLIS + random.nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS);
            kills += complete ? 0 : 1;
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly().waitFor();
            for (ProcessHandle child : all) {
                child.onExit().get(10, TimeUnit.SECONDS); // without its parent, each ends by itself
            }
            assertThat(kept()).containsAllEntriesOf(before);
        }
        assertThat(kills).isPositive();

        SortedMap<String, String> before = kept();
        Process last = new Jar(folder).start(command());
        assertThat(last.waitFor(30, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue())
                .as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        assertThat(kept()).containsAllEntriesOf(before);
        JsonNode forks = manifest().get("forks");
        assertThat(forks)
                .filteredOn(fork -> fork.get("status").asText().equals("ok"))
                .hasSize(2 * ROUNDS);
        Shell compare = new Jar(folder).run(Jdk.running(), Stream.of("compare", "--by", "strategy", "out"));
        assertThat(compare.status()).as(compare.toString()).isLessThan(2);
    }

    private List<String> command() {
        List<String> arguments = new ArrayList<>(List.of("run"));
        if (Files.exists(folder.resolve("out/manifest.json"))) {
            arguments.addAll(List.of("--resume", "out"));
        } else {
            arguments.addAll(List.of("--out", "out", "--rounds", String.valueOf(ROUNDS), "--fail-on", "never"));
            arguments.addAll(Jar.SHORT);
            arguments.add("FanOutBenchmark.(semaphoreAsync|socketFloor)");
        }
        Jar jar = new Jar(folder);
        return jar.command(Jdk.running(), List.of(jar.ownLock(), Jar.IGNORE_LOCK), arguments);
    }

    private static void delete(Path run) throws IOException {
        if (Files.exists(run)) {
            try (Stream<Path> all = Files.walk(run)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
    }

    /** The files of the forks that the manifest has, by name. */
    private SortedMap<String, String> kept() throws IOException {
        SortedMap<String, String> kept = new TreeMap<>();
        if (Files.exists(folder.resolve("out/manifest.json"))) {
            for (JsonNode fork : manifest().get("forks")) {
                for (var file : fork.path("sha256").properties()) {
                    byte[] content = Files.readAllBytes(folder.resolve("out").resolve(file.getKey()));
                    kept.put(file.getKey(), file.getValue().asText() + " " + Arrays.hashCode(content));
                }
            }
        }
        return kept;
    }
}
