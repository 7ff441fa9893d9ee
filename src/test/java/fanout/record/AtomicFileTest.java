package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileTakesTheNextNumberWhenItsNameIsTaken() throws IOException {
        Path wanted = folder.resolve("a.b.json");

        assertThat(AtomicFile.writeNew(wanted, new byte[] {1})).isEqualTo(wanted);
        assertThat(AtomicFile.writeNew(wanted, new byte[] {2})).isEqualTo(folder.resolve("a.b-2.json"));
        assertThat(AtomicFile.writeNew(wanted, new byte[] {3})).isEqualTo(folder.resolve("a.b-3.json"));
        assertThat(wanted).hasBinaryContent(new byte[] {1});
    }

    @Test
    void manyAtOnceGetAFileEach() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Callable<Path>> writers = IntStream.range(0, 64)
                .<Callable<Path>>mapToObj(
                        number -> () -> AtomicFile.writeNew(folder.resolve("run"), new byte[] {(byte) number}))
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
    void aFileIsReplacedAndNoOtherFileIsLeft() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), new byte[] {1, 2, 3});

        AtomicFile.write(file, new byte[] {4});

        assertThat(file).hasBinaryContent(new byte[] {4});
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theOldFileStaysWhenWritingFails() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), new byte[] {1});
        Files.createDirectory(folder.resolve("a.json.tmp"));

        assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {2})).isInstanceOf(IOException.class);

        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    @Test
    void aDeviceIsWrittenToDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        assumeThat(Files.isWritable(device) && !Files.isRegularFile(device))
                .as("a device")
                .isTrue();

        AtomicFile.write(device, new byte[] {1});

        assertThat(device.resolveSibling("null.tmp")).doesNotExist();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void noNewFileIsLeftWhenWritingFails() throws IOException {
        Path wanted = folder.resolve("a.json");
        Files.createDirectory(folder.resolve("a.json.tmp"));

        assertThatThrownBy(() -> AtomicFile.writeNew(wanted, new byte[] {1})).isInstanceOf(IOException.class);

        assertThat(wanted).doesNotExist();
    }
}
