package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code manifest.json} in the folder of a run. */
public final class ManifestFile {
    static final String NAME = "manifest.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ManifestFile() {}

    /**
     * Reads the manifest of a run.
     *
     * @throws IOException with one line that names the file, if it is not one
     */
    public static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + ": is not the folder of a run (it has no " + NAME + ")");
        }
        try {
            Manifest read = MAPPER.readValue(file.toFile(), Manifest.class);
            if (read == null || !Manifest.SCHEMA.equals(read.schema()) || read.settings() == null) {
                throw new IOException(file + ": is not a run's manifest of schema " + Manifest.SCHEMA);
            }
            return read;
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IOException(file + ": is not a run's manifest: " + problem, e);
        }
    }

    static void write(Path folder, Manifest manifest) throws IOException {
        AtomicFile.write(folder.resolve(NAME), MAPPER.writeValueAsBytes(manifest));
    }
}
