package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkFolderTest {
    @Test
    void itIsDeletedWithAllThatIsInIt() throws IOException {
        Path path;
        try (WorkFolder work = WorkFolder.create()) {
            path = work.path();
            Path deep = Files.createDirectories(path.resolve("a/b/c"));
            Files.writeString(deep.resolve("file"), "x");
            Files.writeString(path.resolve("file"), "x");
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void twoRunsHaveFoldersOfTheirOwn() throws IOException {
        try (WorkFolder one = WorkFolder.create();
                WorkFolder other = WorkFolder.create()) {
            assertThat(one.path()).isNotEqualTo(other.path()).isEmptyDirectory();
        }
    }
}
