package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every workflow, and for the action. */
@NeedsJvm
class WorkflowsTest {
    /** One version of each everywhere. */
    private static final List<String> ACTIONS = List.of(
            "actions/checkout@v7",
            "actions/download-artifact@v8",
            "actions/setup-java@v6",
            "actions/upload-artifact@v7");

    private static final Pattern INPUT = Pattern.compile("\\binputs\\.([\\w-]+)");
    private static final Pattern OUTPUT = Pattern.compile("\\bsteps\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
    private static final Pattern NEEDED = Pattern.compile("\\bneeds\\.([\\w-]+)\\.outputs\\.([\\w-]+)");

    @TempDir
    Path folder;

    @Test
    void everyActionIsOfTheSameVersionEverywhere() throws IOException {
        assertThat(Workflows.steps().values().stream()
                        .flatMap(List::stream)
                        .filter(step -> step.has("uses"))
                        .map(step -> step.get("uses").asText())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ACTIONS);
    }

    /** What somebody types becomes a variable, and never a part of a script. */
    @Test
    void noScriptHasAnExpressionInIt() throws IOException {
        assertThat(scripts())
                .hasSizeGreaterThan(15)
                .allSatisfy(script -> assertThat(script).doesNotContain("${{"));
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "shellcheck"))),
                "shellcheck is not installed");
        List<String> command = new ArrayList<>(List.of("shellcheck"));
        for (String script : scripts()) {
            command.add(
                    Files.writeString(folder.resolve(command.size() + ".sh"), "#!/usr/bin/env bash\nset -e\n" + script)
                            .toString());
        }

        assertThat(Shell.run(folder, Map.of(), command).out()).isEmpty();
    }

    private static List<String> scripts() throws IOException {
        return Workflows.steps().values().stream()
                .flatMap(List::stream)
                .filter(step -> step.has("run"))
                .map(step -> step.get("run").asText())
                .toList();
    }

    @Test
    void whatIsReadOfInputsStepsAndJobsIsThere() throws IOException {
        for (Path file : Workflows.files()) {
            String text = Files.readString(file);
            JsonNode workflow = Runner.read(file);
            found(INPUT, text)
                    .forEach(input -> assertThat(
                                    workflow.at("/on/workflow_call/inputs").has(input.group(1)))
                            .as(file + ": " + input.group())
                            .isTrue());
            found(NEEDED, text)
                    .forEach(output -> assertThat(workflow.at("/jobs/" + output.group(1) + "/outputs")
                                    .has(output.group(2)))
                            .as(file + ": " + output.group())
                            .isTrue());
        }
        JsonNode inputs = ActionJob.action().get("inputs");
        String action = Files.readString(ActionJob.ACTION.resolve("action.yml"));
        assertThat(new TreeSet<>(
                        found(INPUT, action).map(input -> input.group(1)).toList()))
                .containsExactlyInAnyOrderElementsOf(() -> inputs.fieldNames());
        for (Map.Entry<String, List<JsonNode>> job : Workflows.steps().entrySet()) {
            List<String> ids = job.getValue().stream()
                    .map(step -> step.path("id").asText())
                    .toList();
            assertThat(found(OUTPUT, job.getValue().toString()).map(output -> output.group(1)))
                    .as(job.getKey())
                    .isSubsetOf(ids);
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** A token that can do nothing can't be misused. */
    @Test
    void onlyTheJobThatPublishesMayWrite() throws IOException {
        for (Path file : Workflows.files()) {
            JsonNode workflow = Runner.read(file);
            assertThat(workflow.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
            assertThat(workflow.has("concurrency")).isTrue();
            workflow.get("jobs")
                    .properties()
                    .forEach(job -> assertThat(job.getValue().has("permissions"))
                            .isEqualTo(job.getKey().equals("publish")));
        }
    }
}
