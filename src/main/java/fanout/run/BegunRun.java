package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.JsonProblem;
import fanout.record.Manifest;
import fanout.record.RunFolderReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run that was begun earlier and can be resumed.
 *
 * @param manifest its record
 * @param settings its settings
 */
public record BegunRun(Manifest manifest, RunSettings settings) {
    private static final Pattern FORK = Pattern.compile("forks/\\d{4,9}(\\.turns)?\\.(json|jmh|hlog)");

    /**
     * Reads the manifest of a run. This is stricter than a comparison: the settings must be understood, too.
     *
     * @throws IOException with one line that names the file, if the run can't go on
     */
    public static BegunRun read(Path folder) throws IOException {
        RunFolderReader reader = new RunFolderReader(folder);
        if (!reader.hasFile(FileNames.MANIFEST)) {
            throw new IOException(folder + ": is not the folder of a run (it has no " + FileNames.MANIFEST + ")");
        }
        byte[] json = reader.manifest();
        try {
            return of(Manifest.read(json));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    folder.resolve(FileNames.MANIFEST) + ": is not a run's manifest: its settings can't be used: "
                            + JsonProblem.of(e),
                    e);
        } catch (IOException e) {
            throw new IOException(folder.resolve(FileNames.MANIFEST) + ": " + e.getMessage(), e);
        }
    }

    private static BegunRun of(Manifest manifest) throws IOException {
        if (!manifest.order().isEmpty()
                && Stream.of(ForkOrder.values())
                        .noneMatch(order -> order.toString().equals(manifest.order()))) {
            throw new IOException("is not a run's manifest: its order is " + manifest.order() + ", must be one of "
                    + List.of(ForkOrder.values()));
        }
        RunSettings settings = manifest.settings() == null ? null : RunSettings.read(manifest.settings());
        if (!Manifest.SCHEMA.equals(manifest.schema()) || settings == null) {
            throw new IOException("is not a run's manifest of schema " + Manifest.SCHEMA);
        }
        requireOwnNames(manifest);
        return new BegunRun(manifest, settings);
    }

    /** Files are written and read under names that the manifest has, and a manifest may be anybody's. */
    private static void requireOwnNames(Manifest manifest) throws IOException {
        if (manifest.jvms().isEmpty() || manifest.jvms().get(0).control()) {
            throw new IOException("has no JVM that the others can be compared with");
        }
        try {
            manifest.jvms().forEach(jvm -> ArmSetup.requireLabel(jvm.label()));
            manifest.judging();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (ForkRecord fork : manifest.forks()) {
            if (fork.file() != null && !FORK.matcher(fork.file()).matches()) {
                throw new IOException("names the file " + fork.file() + ", must be forks/NNNN.json");
            }
            if (fork.sha256() != null && !fork.sha256().keySet().stream().allMatch(FORK.asMatchPredicate())) {
                throw new IOException("has a SHA-256 of a file that is no fork's");
            }
        }
    }
}
