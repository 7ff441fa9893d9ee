package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published numbers are those of the rule as it is now, and the README shows them. */
class PublishedValidationTest {
    @Test
    void theReadmeShowsThePublishedSummary() throws IOException {
        String readme = Files.readString(ValidationStudy.README);
        List<String> study = Files.readAllLines(ValidationStudy.FOLDER.resolve("study.md"));
        List<String> rows = ReadmeBlock.of(readme).block().lines().toList();
        assertThat(rows).as("a head and three rows").hasSize(5);
        assertThat(study).containsSubsequence(rows);
    }

    @Test
    void theNotesBetweenTheTablesArePublished() throws IOException {
        assertThat(Files.readString(ValidationStudy.FOLDER.resolve("study.md")))
                .contains(
                        ValidationNotes.simulated(publishedPlan()),
                        ValidationNotes.SUMMARY,
                        ValidationNotes.BROKEN,
                        ValidationNotes.FANOUT,
                        ValidationNotes.DEDICATED,
                        ValidationNotes.UNEQUAL,
                        ValidationNotes.SLOW,
                        ValidationNotes.FORKS_NEEDED,
                        ValidationNotes.GROUPS,
                        ValidationNotes.OUTLIERS);
    }

    /**
     * Simulates the smallest cells alone: if the rule changes, their numbers change, and the study must be run again.
     */
    @Slow
    @Test
    void aScenarioSimulatedAloneGivesThePublishedNumbers() throws IOException {
        String json = Files.readString(ValidationStudy.FOLDER.resolve("study.json"));
        SimulationPlan plan = publishedPlan();
        for (boolean paired : List.of(false, true)) {
            SimulatedScenario scenario = SimulatedScenario.of(3, 0.9, 0, Shape.NORMAL, paired);
            String cell =
                    ValidationJson.cell(new Simulation(scenario, plan).run()).toString();
            assertThat(json.lines().map(line -> line.replaceFirst(",$", ""))).contains(cell);
        }
    }

    @Test
    void allScenariosArePublished() throws IOException {
        JsonNode study = new ObjectMapper()
                .readTree(ValidationStudy.FOLDER.resolve("study.json").toFile());
        assertThat(study.path("cells").findValuesAsText("id"))
                .containsExactlyElementsOf(SimulatedScenario.all().stream()
                        .map(SimulatedScenario::id)
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(study.path("runs").asInt()).isGreaterThanOrEqualTo(4000);
    }

    private static SimulationPlan publishedPlan() throws IOException {
        JsonNode study = new ObjectMapper()
                .readTree(ValidationStudy.FOLDER.resolve("study.json").toFile());
        return new SimulationPlan(
                study.path("seed").asLong(), study.path("runs").asInt(), List.of(Rule.values()));
    }
}
