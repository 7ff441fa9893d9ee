package fanout.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.Measured;
import fanout.results.Round;
import fanout.results.RunManifest;
import fanout.results.Source;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folder of a run over one or more JVMs, with its manifest and one JMH JSON file a fork. */
final class RunFolder {
    static final String MANIFEST = "manifest.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Turn(int round, BenchmarkKey benchmark) {}

    private final Path folder;
    private final Path manifestFile;

    RunFolder(Path folder) {
        this.folder = folder;
        this.manifestFile = folder.resolve(MANIFEST);
    }

    /** What is in it: one arm a JVM that has results, in the manifest's order. */
    Source read() throws IOException, UnreadableResultsException {
        RunManifest manifest = manifest();
        List<Arm> arms = new ArrayList<>();
        for (RunManifest.Jvm jvm : manifest.jvms()) {
            List<Measured> forks = forks(manifest, jvm.label());
            if (!forks.isEmpty()) {
                arms.add(Arm.of(jvm.label(), manifest.host().name(), jvm.control(), forks));
            }
        }
        List<String> warnings = manifest.failures().stream()
                .map(failures -> folder + ": " + failures)
                .toList();
        return new Source(
                folder.toString(), manifest.jvms(), manifest.project().jarSha256(), manifest.turns(), arms, warnings);
    }

    private RunManifest manifest() throws IOException, UnreadableResultsException {
        RunManifest manifest = manifest(RunManifest.class);
        String schema = manifest == null ? null : manifest.schema();
        if (!RunManifest.SCHEMA.equals(schema)) {
            throw broken("has schema " + schema + ", must be " + RunManifest.SCHEMA);
        }
        return manifest;
    }

    /** The manifest, as far as this type knows of it. */
    <T> T manifest(Class<T> type) throws IOException, UnreadableResultsException {
        try {
            return MAPPER.readValue(manifestFile.toFile(), type);
        } catch (JsonProcessingException e) {
            boolean ours = e.getCause() instanceof IllegalArgumentException;
            String problem = ours ? e.getCause().getMessage() : e.getOriginalMessage();
            throw broken(
                    "is not a run's manifest: " + problem.lines().findFirst().orElse(""));
        }
    }

    private List<Measured> forks(RunManifest manifest, String label) throws IOException, UnreadableResultsException {
        List<Measured> forks = new ArrayList<>();
        Set<Turn> turns = new HashSet<>();
        for (RunManifest.Fork fork : manifest.forks()) {
            if (fork.label().equals(label) && fork.isOk()) {
                Round round = manifest.turns() ? new Round(home().toString(), fork.round()) : null;
                for (Measured measured : ResultSource.measured(file(fork.file()))) {
                    int found = measured.primary().forks().size();
                    if (round != null && (found > 1 || !turns.add(new Turn(fork.round(), measured.key())))) {
                        throw broken("has more than one fork of "
                                + measured.key().benchmark() + " on " + label + " in round " + fork.round());
                    }
                    forks.add(measured.inRound(round));
                }
            }
        }
        return forks;
    }

    /** A fork's file, which the manifest names. */
    Path file(String name) throws UnreadableResultsException {
        Path home = home();
        try {
            Path file = home.resolve(name).normalize();
            if (file.startsWith(home) && Files.isRegularFile(file)) {
                return folder.resolve(home.relativize(file));
            }
        } catch (InvalidPathException e) {
            // as good as a file that is not there
        }
        throw broken("names a fork's file that is not there: " + name);
    }

    private Path home() {
        return folder.toAbsolutePath().normalize();
    }

    private UnreadableResultsException broken(String problem) {
        return new UnreadableResultsException(manifestFile.toString(), problem);
    }
}
