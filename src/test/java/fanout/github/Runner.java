package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs steps one after the other. An expression that nothing is known of fails the test, though GitHub would make it an
 * empty text.
 */
final class Runner {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.+?)\\s*}}");
    private static final Pattern CONDITION = Pattern.compile("(\\S+) (==|!=) '([^']*)'");
    private static final Pattern OUTPUT = Pattern.compile("(?ms)^([\\w-]+)(?:<<(\\w+)\\n(.*?)\\n\\2|=([^\\n]*))$");
    private static final List<String> BASH = List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail");

    private final Path workspace;
    private final Path temporary;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> contexts = new TreeMap<>();
    private final List<Map<String, String>> used = new ArrayList<>();

    /** @param temporary what the runner keeps between the steps of a job */
    Runner(Path workspace, Path temporary) throws IOException {
        this.workspace = workspace;
        this.temporary = Files.createDirectories(temporary);
        environment.put("RUNNER_TEMP", temporary.toString());
        environment.put("GITHUB_STEP_SUMMARY", summaryFile().toString());
        Files.writeString(summaryFile(), "");
    }

    static JsonNode read(Path yaml) throws IOException {
        return new YAMLMapper().readTree(yaml.toFile());
    }

    /** Sets a variable that all steps see. */
    Runner environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets what an expression such as {@code inputs.name} stands for. */
    Runner context(String name, String value) {
        contexts.put(name, value);
        return this;
    }

    /** Runs the steps. After one that fails, whose exit code is the result, only those that always run do. */
    Shell run(JsonNode steps) throws IOException {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        int status = 0;
        for (JsonNode step : steps) {
            if (isWanted(step.path("if").asText(), status)) {
                Shell shell = runStep(step);
                status = status == 0 ? shell.status() : status;
                out.append(shell.out());
                err.append(shell.err());
            }
        }
        return new Shell(status, out.toString(), err.toString());
    }

    private Shell runStep(JsonNode step) throws IOException {
        if (step.has("uses")) {
            Map<String, String> with =
                    new TreeMap<>(Map.of("uses", step.get("uses").asText()));
            step.path("with").properties().forEach(each -> with.put(each.getKey(), resolved(each.getValue())));
            used.add(with);
            return new Shell(0, "", "");
        }
        Path script = Files.createTempFile(temporary, "step", ".sh");
        Files.writeString(script, resolved(step.get("run")));
        Path outputs = Files.createTempFile(temporary, "output", "");
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put("GITHUB_OUTPUT", outputs.toString());
        step.path("env").properties().forEach(each -> variables.put(each.getKey(), resolved(each.getValue())));
        List<String> command = new ArrayList<>(BASH);
        command.add(script.toString());
        Shell shell = Shell.run(workspace, variables, command);
        keep(step.path("id").asText(), Files.readString(outputs));
        return shell;
    }

    private void keep(String id, String outputs) {
        Matcher matcher = OUTPUT.matcher(outputs);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(4) : matcher.group(3);
            contexts.put("steps." + id + ".outputs." + matcher.group(1), value);
        }
    }

    private boolean isWanted(String condition, int status) {
        Matcher matcher = CONDITION.matcher(condition);
        if (!matcher.matches()) {
            assertThat(condition).isIn("", "always()");
            return status == 0 || condition.equals("always()");
        }
        return status == 0
                && value(matcher.group(1)).equals(matcher.group(3))
                        == matcher.group(2).equals("==");
    }

    private String resolved(JsonNode text) {
        return EXPRESSION
                .matcher(text.asText())
                .replaceAll(expression -> Matcher.quoteReplacement(value(expression.group(1))));
    }

    private String value(String expression) {
        assertThat(contexts).containsKey(expression);
        return contexts.get(expression);
    }

    /** Runs the steps of a job, and keeps what it puts out for the jobs that need it. */
    Shell job(JsonNode workflow, String name) throws IOException {
        JsonNode job = workflow.at("/jobs/" + name);
        Shell shell = run(job.get("steps"));
        if (shell.status() == 0) {
            job.path("outputs")
                    .properties()
                    .forEach(each -> context("needs." + name + ".outputs." + each.getKey(), resolved(each.getValue())));
        }
        return shell;
    }

    /** What a step has put out. */
    String output(String id, String name) {
        return value("steps." + id + ".outputs." + name);
    }

    /** The actions that were used, each with what it was given. */
    List<Map<String, String>> used() {
        return used;
    }

    String summary() throws IOException {
        return Files.readString(summaryFile());
    }

    private Path summaryFile() {
        return temporary.resolve("summary.md");
    }
}
