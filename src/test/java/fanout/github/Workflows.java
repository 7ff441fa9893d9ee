package fanout.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of GitHub in this repository, and what their tests share. */
final class Workflows {
    static final Path FOLDER = Path.of(".github", "workflows");

    private Workflows() {}

    static JsonNode workflow(String name) throws IOException {
        return Runner.read(FOLDER.resolve(name + ".yml"));
    }

    /** The steps of each job of each workflow, and of the action, by file and job. */
    static Map<String, List<JsonNode>> steps() throws IOException {
        Map<String, List<JsonNode>> steps = new TreeMap<>();
        steps.put("action.yml", list(ActionJob.action().at("/runs/steps")));
        for (Path file : files()) {
            Runner.read(file)
                    .get("jobs")
                    .properties()
                    .forEach(job -> steps.put(
                            file.getFileName() + " " + job.getKey(),
                            list(job.getValue().get("steps"))));
        }
        return steps;
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    /** Writes an executable script. */
    static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
