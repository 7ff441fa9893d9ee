package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results with the parameter {@code setup}, which a benchmark without a library never has. */
class CompareSetupsTest {
    private static final String ASYNC = "semaphoreAsync";
    private static final String BLOCKING = "blockingThreadPool";
    private static final String FLOOR = "socketFloor";

    @TempDir
    Path folder;

    /** Before there was a choice, every library was set up as {@code minimal} has it. */
    @Test
    void aFileWithoutSetupsReadsAsMinimal() throws Exception {
        JsonNode json = compareToJson(
                file("old", of(ASYNC, 10, ""), of(FLOOR, 5, "")),
                file("new", of(ASYNC, 12, "minimal"), of(ASYNC, 20, "idiomatic"), of(FLOOR, 5, "")));

        assertThat(json.get("benchmarks").findValuesAsText("verdict")).containsExactly("slower", "unchanged");
        assertThat(json.get("benchmarks").findValuesAsText("setup")).containsExactly("minimal");
        assertThat(json.get("onlyInCandidate").toString()).contains("idiomatic").doesNotContain("minimal");
        assertThat(json.get("onlyInBaseline")).isEmpty();
    }

    @Test
    void theFloorIsComparedWithEachSetupOfTheOthers() throws Exception {
        JsonNode json = compareToJson(
                "--by",
                "strategy",
                file(
                        "run",
                        of(BLOCKING, 10, "idiomatic"),
                        of(BLOCKING, 8, "tuned"),
                        of(ASYNC, 12, "idiomatic"),
                        of(ASYNC, 8, "tuned"),
                        of(FLOOR, 5, "")));

        assertThat(json.get("benchmarks"))
                .extracting(each -> each.get("candidate").asText() + " "
                        + each.at("/params/setup").asText() + " "
                        + each.get("verdict").asText())
                .containsExactlyInAnyOrder(
                        "semaphoreAsync idiomatic slower",
                        "semaphoreAsync tuned unchanged",
                        "socketFloor idiomatic faster",
                        "socketFloor tuned faster");
    }

    private static Entry of(String method, double level, String setup) {
        Map<String, String> params = new TreeMap<>(Map.of("requests", "1000"));
        if (!setup.isEmpty()) {
            params.put("setup", setup);
        }
        return new Entry("fanout.benchmark.FanOutBenchmark." + method, Entry.forks(5, level, method.hashCode()))
                .with("params", params);
    }

    private String file(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }
}
