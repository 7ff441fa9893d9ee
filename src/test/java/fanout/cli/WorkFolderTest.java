package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** A host that is about to end deletes its own files. */
    @Test
    void aFileThatIsDeletedMeanwhileIsNoProblem() throws Exception {
        for (int i = 0; i < 100; i++) {
            WorkFolder work = WorkFolder.create();
            List<Path> files = new ArrayList<>();
            for (int file = 0; file < 20; file++) {
                files.add(Files.createFile(work.path().resolve("file" + file)));
            }
            Thread host = new Thread(() -> files.forEach(file -> file.toFile().delete()));
            host.start();

            work.close();

            host.join();
            assertThat(work.path()).doesNotExist();
        }
    }

    @Test
    void twoRunsHaveFoldersOfTheirOwn() throws IOException {
        try (WorkFolder one = WorkFolder.create();
                WorkFolder other = WorkFolder.create()) {
            assertThat(one.path()).isNotEqualTo(other.path()).isEmptyDirectory();
        }
    }
}
