package fanout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of runs that earlier commits wrote; {@code folders/README.md} says what each of them is. */
final class EarlierFolders {
    static final Path ALL = Path.of("src", "test", "resources", "fanout", "folders");

    /** Those of which at least one fork ended well. */
    static final List<String> MEASURED =
            List.of("first", "forks-in-turn", "quick", "histograms", "tls", "today", "jmh-order", "interrupted");

    /** The one that was ended before its first fork. */
    static final String NOT_BEGUN = "not-begun";

    private EarlierFolders() {}

    static Path folder(String name) {
        return ALL.resolve(name);
    }

    /** What {@code compare} says of a folder. */
    static String expected(String file) throws IOException {
        return Files.readString(ALL.resolve(file));
    }

    static JsonNode manifest(String name) throws IOException {
        return new ObjectMapper().readTree(folder(name).resolve("manifest.json").toFile());
    }
}
