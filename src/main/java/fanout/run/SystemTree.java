package fanout.run;

import fanout.doctor.SystemFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a machine below a folder.
 *
 * @param root {@code /} for this machine
 */
public record SystemTree(Path root) implements SystemFiles {
    /** Files of the kernel are short; more of one is not read. */
    private static final int LONGEST = 1 << 20;

    @Override
    public Optional<String> text(String path) {
        Path file = below(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names(String folder) {
        try (Stream<Path> all = Files.list(below(folder))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path below(String path) {
        return root.resolve(path.substring(1));
    }
}
