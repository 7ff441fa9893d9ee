package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileTakesTheNextNumberWhenItsNameIsTaken() throws IOException {
        Path wanted = folder.resolve("a.b.json");

        assertThat(NewFile.write(wanted, new byte[] {1})).isEqualTo(wanted);
        assertThat(NewFile.write(wanted, new byte[] {2})).isEqualTo(folder.resolve("a.b-2.json"));
        assertThat(NewFile.write(wanted, new byte[] {3})).isEqualTo(folder.resolve("a.b-3.json"));
        assertThat(wanted).hasBinaryContent(new byte[] {1});
    }

    @Test
    void manyWritersAtOnceGetAFileEach() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Callable<Path>> writers = IntStream.range(0, 64)
                .<Callable<Path>>mapToObj(
                        number -> () -> NewFile.write(folder.resolve("run"), new byte[] {(byte) number}))
                .toList();

        List<Byte> contents = new ArrayList<>();
        for (Future<Path> file : pool.invokeAll(writers)) {
            contents.add(Files.readAllBytes(file.get())[0]);
        }
        pool.shutdown();

        assertThat(contents).doesNotHaveDuplicates().hasSize(64);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(64);
        }
    }

    @Test
    void aNewFileLeavesNothingWhenWritingFails() throws IOException {
        Path wanted = folder.resolve("a.json");
        Files.createDirectory(folder.resolve("a.json.tmp"));

        assertThatThrownBy(() -> NewFile.write(wanted, new byte[] {1})).isInstanceOf(IOException.class);

        assertThat(wanted).doesNotExist();
    }
}
