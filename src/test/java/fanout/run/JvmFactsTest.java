package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class JvmFactsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    /** The child that it leaves behind would hold the pipe open. */
    @Test
    void aProgramThatHangsIsEndedWithItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        String java = script("sleep 1000 & echo $! > " + pid + "; wait");

        assertThatThrownBy(() -> JvmFacts.of(java, List.of(), SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("did not say within 1 s which JVM it is");

        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child).ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void aChildThatIsLeftBehindDoesNotHoldUpThatOfAnEndedProgram() throws IOException {
        String java = script("(sleep 1000 &)");

        assertThatThrownBy(() -> JvmFacts.of(java, List.of(), SHORT))
                .hasMessage("did not say within 1 s which JVM it is");
    }

    private String script(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}
