package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of the action, and its words on inputs, fit what the action really takes. */
class ReadmeActionTest {
    private static final Pattern YAML = Pattern.compile("^```yaml\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("`([a-z-]+): [^`]*`");
    private static final String ACTION = "/.github/actions/fanout@";

    @TempDir
    Path folder;

    @Test
    void everyInputOfTheExampleIsOneOfTheActionAndNoneThatMustBeGivenIsMissing() throws IOException {
        JsonNode inputs = ActionJob.action().get("inputs");
        List<JsonNode> uses = uses();

        assertThat(uses).isNotEmpty().allSatisfy(use -> {
            assertThat(names(use.get("with"))).isSubsetOf(names(inputs)).containsAll(required(inputs));
        });
    }

    @Test
    void theInputsThatItTellsOfAreTheActions() throws IOException {
        String text = YAML.matcher(readme()).replaceAll("");
        List<String> told =
                INPUT.matcher(text).results().map(input -> input.group(1)).toList();

        assertThat(told)
                .contains("base", "fail-on")
                .isSubsetOf(names(ActionJob.action().get("inputs")));
    }

    /** A tag that is no version of a release can't be. */
    @Test
    void theExampleNamesARelease() throws IOException {
        assertThat(uses())
                .allSatisfy(use -> assertThat(use.get("uses").asText())
                        .matches("[^/]+/[^/]+" + Pattern.quote(ACTION) + "v\\d+(\\.\\d+\\.\\d+)?"));
    }

    /** The steps that use the action, in all workflows of the README. */
    private List<JsonNode> uses() throws IOException {
        List<JsonNode> uses = new ArrayList<>();
        Matcher workflows = YAML.matcher(readme());
        while (workflows.find()) {
            Path file = Files.writeString(folder.resolve("workflow.yml"), workflows.group(1));
            for (JsonNode steps : Runner.read(file).findValues("steps")) {
                steps.forEach(step -> {
                    if (step.path("uses").asText().contains(ACTION)) {
                        uses.add(step);
                    }
                });
            }
        }
        return uses;
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> required(JsonNode inputs) {
        return names(inputs).stream()
                .filter(name -> inputs.get(name).path("required").asBoolean())
                .collect(Collectors.toList());
    }
}
