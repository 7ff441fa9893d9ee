package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Jar;
import fanout.testing.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that gets a signal to end while its second benchmark is being measured. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptionIT {
    @TempDir
    Path folder;

    @Test
    void anInterruptedRunKeepsWhatHadFinishedAndLeavesNoForkBehind() throws Exception {
        Path out = folder.resolve("out.txt");
        Process run = start();
        while (!measuringTheSecond(Files.readString(out))) {
            assertThat(run.isAlive()).as("still measuring").isTrue();
            Thread.sleep(50);
        }
        List<ProcessHandle> forks = run.descendants().toList();
        assertThat(forks).isNotEmpty();

        // Only this process gets the signal, as from kill; a terminal would send it to the forks, too.
        run.destroy();

        assertThat(run.waitFor()).isEqualTo(128 + 15);
        for (ProcessHandle fork : forks) {
            // Left alone, a fork ends too, but not before its iteration of 6 s does.
            fork.onExit().get(3, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("fanout: interrupted");
        try (Stream<Path> results = Files.list(folder.resolve("results"))) {
            assertThat(results).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).endsWith("-incomplete.json");
                assertThat(file).content().contains("TinyBenchmark.aWorks").doesNotContain("TinyBenchmark.bFails");
            });
        }
    }

    /** By then its fork is connected; one that isn't yet ends by itself. */
    private static boolean measuringTheSecond(String out) {
        int second = out.indexOf("# Benchmark: fanout.testing.TinyBenchmark.bFails");
        return second >= 0 && out.indexOf("Iteration   1:", second) >= 0;
    }

    private Process start() throws IOException {
        Jar jar = Jar.withTests(folder);
        return jar.start(
                jar.command(Jdk.running(), List.of(jar.ownLock()), List.of("TinyBenchmark", "-i", "1", "-r", "6")));
    }
}
