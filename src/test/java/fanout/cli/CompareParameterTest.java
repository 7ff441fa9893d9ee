package fanout.cli;

import static fanout.cli.CommandLineSession.compare;
import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare --by PARAMETER}: the values of one parameter, in each arm and benchmark. */
class CompareParameterTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() {
        file = Entry.write(
                        folder.resolve("run.json"),
                        of("fast", 10, "2"),
                        of("fast", 12, "10"),
                        of("fast", 10, "100"),
                        of("slow", 20, "10"),
                        of("slow", 16, "100"),
                        new Entry("a.Suite.other", Entry.forks(5, 7, 7)).with("params", Map.of("size", "3")))
                .toString();
    }

    private static Entry of(String method, double level, String conns) {
        return new Entry("a.Suite." + method, Entry.forks(5, level, (method + conns).hashCode()))
                .with("params", Map.of("conns", conns, "size", "3"));
    }

    @Test
    void eachValueIsComparedWithTheSmallest() throws Exception {
        JsonNode json = compareToJson("--by", "conns", file);

        assertThat(json.get("by").asText()).isEqualTo("conns");
        assertThat(json.get("onlyInBaseline")).isEmpty();
        assertThat(json.get("onlyInCandidate")).isEmpty();
        assertThat(json.get("benchmarks"))
                .extracting(CompareParameterTest::inShort)
                .containsExactly(
                        "a.Suite.fast {\"size\":\"3\"}: conns=10 against conns=2 slower",
                        "a.Suite.fast {\"size\":\"3\"}: conns=100 against conns=2 unchanged",
                        "a.Suite.slow {\"size\":\"3\"}: conns=100 against conns=10 faster");
    }

    @ParameterizedTest
    @CsvSource({"100", "conns=100"})
    void theBaselineIsAValueWithOrWithoutItsName(String baseline) throws Exception {
        assertThat(compareToJson("--by", "conns", "--baseline", baseline, file).get("benchmarks"))
                .extracting(CompareParameterTest::inShort)
                .containsExactly(
                        "a.Suite.fast {\"size\":\"3\"}: conns=2 against conns=100 unchanged",
                        "a.Suite.fast {\"size\":\"3\"}: conns=10 against conns=100 slower",
                        "a.Suite.slow {\"size\":\"3\"}: conns=10 against conns=100 slower");
    }

    private static String inShort(JsonNode each) {
        return each.get("benchmark").asText() + " " + each.get("params") + ": "
                + each.get("candidate").asText() + " against "
                + each.get("baseline").asText() + " "
                + each.get("verdict").asText();
    }

    @Test
    void theReportsSayWhatIsCompared() {
        assertThat(compare("--by", "conns", file).out())
                .contains("Baseline conns=2, conns=10", "fast conns=100", "faster");
        assertThat(compare("--by", "conns", "--format", "markdown", file).out()).contains("(conns against conns=2");
        assertThat(compare("--by", "conns", "--format", "html", file).out())
                .contains("What does conns change, compared with conns&#x3D;2, conns&#x3D;10?", "by conns");
    }

    /** By turns, as JVMs and strategies. */
    @Test
    void theValuesOfARunArePaired() throws Exception {
        JsonNode json = compareToJson("--by", "setup", "results/sweep/setups.zip");

        assertThat(json.get("benchmarks")).hasSize(5).allSatisfy(each -> {
            assertThat(each.get("paired").asBoolean()).isTrue();
            assertThat(each.get("candidate").asText()).isEqualTo("setup=tuned");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            con     | --by is con, must be one of jvm, strategy, conns, size; did you mean conns?
            jmv     | --by is jmv, must be one of jvm, strategy, conns, size; did you mean jvm?
            size    | no benchmark has two values of size to compare; there is size=3
            ''      | --by is , must be one of jvm, strategy, conns, size
            """)
    void whatCannotBeComparedIsOneLine(String by, String line) {
        CommandLineSession session = compare("--by", by, file);

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err()).hasLineCount(1).contains(line);
    }

    @Test
    void anUnknownValueIsOneLine() {
        CommandLineSession session = compare("--by", "conns", "--baseline", "3", file);

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err())
                .hasLineCount(1)
                .contains("--baseline is 3, must be one of conns=2, conns=10, conns=100");
    }
}
