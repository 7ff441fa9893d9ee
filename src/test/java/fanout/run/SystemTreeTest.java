package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.MachineTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTreeTest {
    @TempDir
    Path root;

    @Test
    void whatIsNotAsAskedForIsEmpty() throws IOException {
        SystemTree tree = new SystemTree(root);
        new MachineTree(root)
                .file("/sys/number", " 12 ")
                .file("/sys/empty", "")
                .file("/sys/huge", "123456789012345678901234567890")
                .file("/sys/control", "a\u001b[31mb");
        Files.createSymbolicLink(root.resolve("sys/broken"), Path.of("nowhere"));
        Files.write(root.resolve("sys/bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(tree.number("/sys/number")).contains(12L);
        assertThat(tree.word("/sys/number")).contains("12");
        assertThat(tree.text("/sys/empty")).contains("");
        assertThat(tree.names("/sys")).containsExactly("broken", "bytes", "control", "empty", "huge", "number");
        for (String name : tree.names("/sys")) {
            if (!name.equals("number")) {
                assertThat(tree.number("/sys/" + name)).as(name).isEmpty();
            }
        }
        assertThat(tree.word("/sys/control")).isEmpty();
        assertThat(tree.word("/sys/bytes")).isEmpty();
        assertThat(tree.text("/sys/broken")).isEmpty();
        assertThat(tree.text("/sys")).isEmpty();
        assertThat(tree.text("/none")).isEmpty();
        assertThat(tree.names("/none")).isEmpty();
        assertThat(tree.names("/sys/number")).isEmpty();
    }

    @Test
    void aFileWithoutEndIsReadInPart() throws IOException {
        Files.write(root.resolve("long"), new byte[3 << 20]);

        assertThat(new SystemTree(root).text("/long").orElseThrow()).hasSizeLessThanOrEqualTo(1 << 20);
    }
}
