package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.run.BegunRun;
import fanout.testing.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sample runs, which never took place, can be read as real runs. */
class SampleRunsTest {
    private static final int WARMUPS = 10;

    @TempDir
    Path folder;

    static Set<String> names() {
        return SampleRuns.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSampleIsReadAsARun(String name) throws Exception {
        Path run = write(name, "run");

        if (!name.equals("hostile")) { // whose labels are no names of files
            assertThat(BegunRun.read(run).manifest().forks()).isNotEmpty();
        }
        for (String by : List.of("jvm", "strategy")) {
            CommandLineSession session = CommandLineSession.compare("--by", by, run.toString());
            if (session.status() == ExitCode.USAGE) {
                assertThat(session.complaints()).hasSize(1);
                assertThat(name).isIn("oneFork", "oneJvm", "hostile");
            } else {
                assertThat(session.err()).isEmpty();
                assertThat(session.status()).isIn(ExitCode.OK, ExitCode.FAILURE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSampleIsTheSameEveryTime(String name) throws Exception {
        assertThat(content(write(name, "one"))).isEqualTo(content(write(name, "two")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theScoresOfTheTurnsAreThoseOfTheFork(String name) throws Exception {
        Path run = write(name, "run");

        for (JsonNode fork : json(run.resolve("manifest.json")).get("forks")) {
            if (fork.get("status").asText().equals("ok")) {
                String file = fork.get("file").asText();
                JsonNode measured = json(run.resolve(file))
                        .get(0)
                        .at("/primaryMetric/rawData")
                        .get(0);
                List<String> turns =
                        json(run.resolve(file.replace(".json", ".turns.json"))).findValuesAsText("score");
                assertThat(turns).hasSize(WARMUPS + measured.size());
                assertThat(turns.subList(WARMUPS, turns.size()))
                        .isEqualTo(IntStream.range(0, measured.size())
                                .mapToObj(i -> measured.get(i).asText())
                                .toList());
            }
        }
    }

    @Test
    void theTimesInTheLogAreThoseInTheForksJson() throws Exception {
        Path run = write("typical", "run");
        JsonNode metrics = json(run.resolve("forks/0001.json")).get(0).get("secondaryMetrics");
        List<String> tags = new ArrayList<>();

        try (HistogramLogReader reader =
                new HistogramLogReader(run.resolve("forks/0001.hlog").toFile())) {
            while (reader.hasNext()) {
                EncodableHistogram line = reader.nextIntervalHistogram();
                tags.add(line.getTag());
                double millis =
                        metrics.get(line.getTag() + ":p0.50").get("score").asDouble();
                assertThat(((Histogram) line).getValueAtPercentile(50) / 1e6).isCloseTo(millis, withPercentage(0.01));
            }
        }

        assertThat(tags).containsExactly("latency", "sojourn");
    }

    private Path write(String name, String where) {
        return SampleRuns.all().get(name).apply(folder.resolve(where));
    }

    private static TreeMap<String, String> content(Path run) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(run.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
