package fanout.github;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A job that uses the action in another repository, {@code acme/codec}. Its JDK is a fake one, whose Fanout writes what
 * a run writes, and its arguments to {@code calls.txt}.
 */
final class ActionJob {
    static final Path ACTION = Path.of(".github", "actions", "fanout").toAbsolutePath();
    static final String TOKEN = "secret-of-the-job";

    /**
     * {@code run} exits with the content of {@code ran}; {@code compare}, unless nothing is to fail, with that of
     * {@code verdict}.
     */
    private static final String FAKE_JAVA = """
            while [ "$1" != run ] && [ "$1" != compare ]; do shift; done
            printf '[%s]' "$@" >>"$HERE/calls.txt"
            echo >>"$HERE/calls.txt"
            if [ "$1" = run ]; then
              while [ "$1" != --out ]; do shift; done
              env >"$HERE/environment.txt"
              mkdir "$2"
              echo page >"$2/report.html"
              exit "$(cat "$HERE/ran")"
            fi
            arguments=$*
            while [ "$1" != --output ]; do shift; done
            cat "$HERE/comparison" >"$2"
            case $arguments in *"--fail-on never"*) exit 0 ;; esac
            exit "$(cat "$HERE/verdict")"
            """;

    private final Path folder;
    private final Map<String, String> inputs = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Runner runner;

    ActionJob(Path folder, PullRequestApi api) throws IOException {
        this.folder = folder;
        for (Map.Entry<String, JsonNode> input : action().get("inputs").properties()) {
            inputs.put(input.getKey(), input.getValue().path("default").asText());
        }
        inputs.put("token", TOKEN);
        inputs.put("suite-jar", "target/*-suite.jar");
        inputs.put("fanout-jar", write("fanout.jar", "").toString());
        write("calls.txt", "");
        write("comparison", "### JDK 25 is *not slower*\n");
        verdict(0);
        ran(0);
        Workflows.executable(folder.resolve("jdk/bin/java"), FAKE_JAVA);
        write("event.json", "{\"pull_request\": {\"number\": 7}}");
        environment.putAll(Map.of(
                "GITHUB_ACTION_PATH", ACTION.toString(),
                "GITHUB_API_URL", api.address(),
                "GITHUB_SERVER_URL", "server",
                "GITHUB_REPOSITORY", "acme/codec",
                "GITHUB_RUN_ID", "42",
                "GITHUB_EVENT_PATH", folder.resolve("event.json").toString(),
                "JAVA_HOME", folder.resolve("jdk").toString(),
                "HERE", folder.toString()));
        // Where these tests run on a runner themselves, they must not find its JDKs.
        environment.put("RUNNER_ARCH", "X64");
        Stream.of("17", "25")
                .flatMap(jdk -> Stream.of("X64", "ARM64", "AARCH64").map(arch -> "JAVA_HOME_" + jdk + "_" + arch))
                .forEach(name -> environment.put(name, ""));
    }

    static JsonNode action() throws IOException {
        return Runner.read(ACTION.resolve("action.yml"));
    }

    Path workspace() throws IOException {
        return Files.createDirectories(folder.resolve("work space"));
    }

    ActionJob input(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    ActionJob environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The exit code of {@code compare}. */
    ActionJob verdict(int status) throws IOException {
        write("verdict", status + "");
        return this;
    }

    /** The exit code of {@code run}. */
    ActionJob ran(int status) throws IOException {
        write("ran", status + "");
        return this;
    }

    Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Runs all steps, on a runner of its own. */
    Shell run() throws IOException {
        runner = new Runner(workspace(), Files.createTempDirectory(folder, "temp"));
        inputs.forEach((name, value) -> runner.context("inputs." + name, value));
        environment.forEach(runner::environment);
        return runner.run(action().at("/runs/steps"));
    }

    Runner runner() {
        return runner;
    }

    /** The command lines of Fanout so far. */
    List<String> calls() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("calls.txt"))) {
            return lines.toList();
        }
    }

    /** The variables of the step that measures. */
    String measuredWith() throws IOException {
        return Files.readString(folder.resolve("environment.txt"));
    }
}
