package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.record.RunFolderReader;
import fanout.results.LoadedResults;
import fanout.results.MergedRuns;
import fanout.results.ResultSet;
import fanout.results.RunFolderResults;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code comparison.json} is what its schema says, whichever version wrote it. */
class JsonReportTest {
    private static final String SCHEMA = "/fanout/compare/comparison.schema.json";
    private static final String BENCHMARK = "#/$defs/benchmark";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<Path> written() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("results")), Files.walk(Path.of("src", "test", "resources", "fanout")))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(JsonReportTest::isComparison)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isComparison(Path file) {
        try {
            return Files.readString(file).contains("\"fanout-comparison/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSchemaIsOne() throws IOException {
        JsonNode schema = schema();
        Schema ofSchemas = REGISTRY.getSchema(
                com.networknt.schema.SchemaLocation.of(schema.get("$schema").asText()));

        assertThat(ofSchemas.validate(schema)).isEmpty();
        assertThat(ofSchemas.validate(MAPPER.readTree("{\"type\": \"text\"}"))).isNotEmpty();
    }

    /** The keys of every file are described, and what it must have is there. */
    @ParameterizedTest
    @MethodSource("written")
    void aComparisonThatWasWrittenIsValid(Path file) throws IOException {
        assertThat(errors(MAPPER.readTree(file.toFile()))).isEmpty();
    }

    @Test
    void aComparisonOfTodayIsValid() throws IOException {
        for (Comparison comparison : List.of(
                ReportFixture.everything(), ReportFixture.differingArms(), ReportFixture.named("\u0085<&\">"))) {
            assertThat(errors(json(comparison))).isEmpty();
        }
    }

    @Test
    void aComparisonOfSeveralMachinesIsValid(@TempDir Path folder) throws Exception {
        List<LoadedResults> runs = new ArrayList<>();
        for (double change : List.of(0.9, 1.1)) {
            Path run = new RunFiles(folder.resolve("x" + change), true)
                    .host("host" + change)
                    .jvm("17")
                    .jvm("25")
                    .forks("17", "a.Bench.parse", Entry.forks(4, 10, 1 + (long) (100 * change)))
                    .forks("25", "a.Bench.parse", Entry.forks(4, 10 * change, (long) (100 * change)))
                    .write();
            runs.add(RunFolderResults.open(new RunFolderReader(run)).source());
        }
        List<ResultSet> arms = MergedRuns.of(runs).resultSets();

        JsonNode json = json(new Comparisons(Criteria.DEFAULT, false, null).byJvm(arms.get(0), arms.subList(1, 2)));

        assertThat(json.at("/benchmarks/0/machines").findValuesAsText("machine"))
                .containsExactly("host0.9", "host1.1");
        assertThat(errors(json)).isEmpty();
    }

    /** So that a valid file says something. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/schema                  | \"fanout-comparison/2\"",
                "/by                      | \"\"",
                "/alpha                   | 5",
                "/alpha                   |",
                "/verdicts/slower         | \"1\"",
                "/verdicts/not-slower     |",
                "/candidates              | \"jdk25\"",
                "/machines                | [\"vm\"]",
                "/machines                | [{\"name\": \"vm\", \"cores\": 0}]",
                "/machines                | [{\"name\": \"vm\", \"more\": 1}]",
                "/more                    | 1",
                "/tool/version            | 1.0",
                "/onlyInBaseline/0/params | {\"size\": 12}",
                "/onlyInBaseline/0/more   | 1",
                "/benchmarks/0/more       | 1",
                "/benchmarks/0/verdict    | \"not slower\"",
                "/benchmarks/0/change     | \"+20 %\"",
                "/benchmarks/0/ci         | [0.1]",
                "/benchmarks/0/ci         | [0.1, 0.2, 0.3]",
                "/benchmarks/0/p          | 1.5",
                "/benchmarks/0/p          |",
                "/environment/0/control   | null"
            })
    void whatIsNotOneIsFound(String pointer, String value) throws IOException {
        ObjectNode json = json(ReportFixture.everything());
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) json.at(pointer.substring(0, slash));
        if (value == null) {
            assertThat(parent.remove(pointer.substring(slash + 1))).isNotNull();
        } else {
            parent.set(pointer.substring(slash + 1), MAPPER.readTree(value));
        }

        assertThat(errors(json)).isNotEmpty();
    }

    @Test
    void itSaysInWhichUnitsAndByWhom() throws IOException {
        JsonNode json = json(ReportFixture.differingArms());

        assertThat(json.get("confidence").asDouble()).isEqualTo(0.95);
        assertThat(json.get("changeUnit").asText()).isEqualTo("ratio");
        assertThat(json.at("/tool/name").asText()).isEqualTo("fanout");
        assertThat(json.at("/tool/version").asText()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    /** The same facts as the manifest has: one name may be that of several machines. */
    @Test
    void itSaysWhatIsKnownOfEachMachine() throws IOException {
        assertThat(json(ReportFixture.differingArms()).get("machines")).containsExactly(MAPPER.readTree("""
                {"name": "bench1", "cpu": "A CPU", "cores": 8, "memoryBytes": 17179869184,
                 "hypervisor": "KVM", "os": "Debian", "kernel": "6.1"}"""));
    }

    /** Comparisons of earlier versions have names alone, and so have those of hosts of which no more is known. */
    @Test
    void aMachineMayHaveANameAlone() throws IOException {
        ObjectNode json = json(ReportFixture.differingArms());
        json.set("machines", MAPPER.readTree("[{\"name\": \"vm\"}]"));

        assertThat(errors(json)).isEmpty();
    }

    @Test
    void itCountsTheVerdictsOnScores() throws IOException {
        Comparison comparison = ReportFixture.everything();
        JsonNode verdicts = json(comparison).get("verdicts");

        assertThat(verdicts.fieldNames())
                .toIterable()
                .containsExactly("slower", "faster", "unchanged", "not-slower", "not-faster", "inconclusive");
        assertThat(comparison.judgements())
                .hasSizeGreaterThan(comparison.scores().size());
        verdicts.properties()
                .forEach(entry -> assertThat(entry.getValue().asLong())
                        .as(entry.getKey())
                        .isEqualTo(comparison.scores().stream()
                                .filter(judgement -> judgement.id().equals(entry.getKey()))
                                .count()));
    }

    private static ObjectNode json(Comparison comparison) throws IOException {
        return (ObjectNode) MAPPER.readTree(ReportFormat.JSON.render(comparison, false));
    }

    private static List<Error> errors(JsonNode json) throws IOException {
        ObjectNode schema = schema();
        close(schema, "#");
        return REGISTRY.getSchema(schema).validate(json);
    }

    private static ObjectNode schema() throws IOException {
        try (InputStream in = JsonReportTest.class.getResourceAsStream(SCHEMA)) {
            return (ObjectNode) MAPPER.readTree(in);
        }
    }

    /** Readers must expect keys of later versions, so that the schema allows them; of this version it knows all. */
    private static void close(JsonNode node, String path) {
        if (node instanceof ArrayNode array) {
            array.forEach(each -> close(each, path));
        } else if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(entry -> close(entry.getValue(), path + "/" + entry.getKey()));
            boolean extendsBenchmark = BENCHMARK.equals(object.path("$ref").asText());
            boolean describes = object.path("properties").isObject() && object.has("type");
            if ((describes || extendsBenchmark) && !path.equals(BENCHMARK)) {
                object.put("unevaluatedProperties", false);
            }
        }
    }
}
