package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose clock was set between its rounds: what is a pair follows from the rounds, not from the times. */
class SteppingClockTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path ORIGINAL = EarlierFolders.folder("today");

    @TempDir
    Path temp;

    private Path folder;

    /** So many minutes later than the round before, for the forks of each round and all their turns. */
    private void step(long minutes) throws IOException {
        folder = temp.resolve("today");
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(ORIGINAL.relativize(file).toString()));
            }
        }
        Path file = folder.resolve(FileNames.MANIFEST);
        JsonNode manifest = MAPPER.readTree(file.toFile());
        for (JsonNode fork : manifest.get("forks")) {
            Duration step = Duration.ofMinutes(minutes * (fork.get("round").asInt() - 1));
            move(fork, step);
            Path turns = folder.resolve(FileNames.withExtension(fork.get("file").asText(), FileNames.ITERATIONS));
            JsonNode iterations = MAPPER.readTree(turns.toFile());
            iterations.forEach(iteration -> move(iteration, step));
            Files.writeString(turns, iterations.toString());
        }
        Files.writeString(file, manifest.toString());
    }

    private static void move(JsonNode record, Duration step) {
        Instant start = Instant.parse(record.get("start").asText());
        ((ObjectNode) record).put("start", start.plus(step).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, -60 * 24 * 400})
    void aClockThatWasSetBackChangesNoVerdict(long minutes) throws IOException {
        step(minutes);

        JsonNode stepped = CommandLineSession.compareToJson("--fail-on", "never", folder.toString());
        JsonNode original = CommandLineSession.compareToJson("--fail-on", "never", ORIGINAL.toString());

        assertThat(stepped.get("benchmarks")).isNotEmpty().isEqualTo(original.get("benchmarks"));
        assertThat(stepped.at("/benchmarks/0/paired").asBoolean()).isTrue();
    }

    @Test
    void theReportAndTheHistoryAreWritten() throws IOException {
        step(-90);

        for (Path dir : new Path[] {folder, temp}) {
            CommandLineSession report = CommandLineSession.run(temp, "report", dir.toString());
            assertThat(report.err()).isEmpty();
            assertThat(report.status()).isZero();
            assertThat(dir.resolve(FileNames.PAGE)).content().contains("<svg");
        }
    }
}
