package fanout.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fanout.results.Arm;
import fanout.results.Measured;
import fanout.results.RunManifest;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of a run over one or more JVMs, with its manifest and one JMH JSON file a fork. */
final class RunFolder {
    static final String MANIFEST = "manifest.json";

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /** One arm a JVM, in the manifest's order. */
    List<Arm> arms() throws IOException, UnreadableResultsException {
        RunManifest manifest = manifest();
        List<Arm> arms = new ArrayList<>();
        for (RunManifest.Jvm jvm : manifest.jvms()) {
            List<Measured> forks = forks(manifest, jvm.label());
            if (!forks.isEmpty()) {
                arms.add(Arm.of(jvm.label(), manifest.host().name(), jvm.control(), forks));
            }
        }
        if (arms.isEmpty()) {
            throw new UnreadableResultsException(folder.toString(), "no fork of this run has ended well yet");
        }
        return arms;
    }

    private RunManifest manifest() throws IOException, UnreadableResultsException {
        Path file = folder.resolve(MANIFEST);
        try {
            RunManifest manifest = JsonMapper.builder().build().readValue(file.toFile(), RunManifest.class);
            if (!RunManifest.SCHEMA.equals(manifest.schema())) {
                throw new UnreadableResultsException(
                        file.toString(), "has schema " + manifest.schema() + ", must be " + RunManifest.SCHEMA);
            }
            return manifest;
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new UnreadableResultsException(file.toString(), "is not a run's manifest: " + problem);
        }
    }

    private List<Measured> forks(RunManifest manifest, String label) throws IOException, UnreadableResultsException {
        List<Measured> forks = new ArrayList<>();
        for (RunManifest.Fork fork : manifest.forks()) {
            if (fork.label().equals(label) && fork.isOk()) {
                Path file = folder.resolve(fork.file()).normalize();
                if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                    throw new UnreadableResultsException(
                            folder.resolve(MANIFEST).toString(),
                            "names a fork's file that is not there: " + fork.file());
                }
                String round = manifest.turns() ? manifest.host().name() + "/" + fork.round() : null;
                ResultSource.measured(file).forEach(measured -> forks.add(measured.inRound(round)));
            }
        }
        return forks;
    }
}
