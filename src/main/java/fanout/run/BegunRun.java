package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import fanout.record.FileNames;
import fanout.record.Manifest;
import fanout.record.RunFolderReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run that was begun earlier and can be resumed.
 *
 * @param manifest its record
 * @param settings its settings
 */
public record BegunRun(Manifest manifest, RunSettings settings) {
    private static final JsonMapper MAPPER = new JsonMapper();

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
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IOException(folder.resolve(FileNames.MANIFEST) + ": is not a run's manifest: " + problem, e);
        } catch (IOException e) {
            throw new IOException(folder.resolve(FileNames.MANIFEST) + ": " + e.getMessage(), e);
        }
    }

    private static BegunRun of(Manifest manifest) throws IOException {
        if (!manifest.order().isEmpty()) {
            MAPPER.treeToValue(TextNode.valueOf(manifest.order()), ForkOrder.class);
        }
        RunSettings settings = manifest.settings() == null ? null : RunSettings.read(manifest.settings());
        if (!Manifest.SCHEMA.equals(manifest.schema()) || settings == null) {
            throw new IOException("is not a run's manifest of schema " + Manifest.SCHEMA);
        }
        return new BegunRun(manifest, settings);
    }
}
