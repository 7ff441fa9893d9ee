package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.testing.Jdk;
import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsJvm
class MeasuredJvmTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theVersionOfAJvmIsFound(Jdk jdk) throws UsageException {
        assertThat(MeasuredJvm.at(jdk.java().toString()).feature()).isEqualTo(jdk.feature());
    }

    @Test
    void aJvmThatIsTooOldIsRefused() throws IOException {
        String java = script("echo '    java.specification.version = 1.8'");

        assertThatThrownBy(() -> MeasuredJvm.at(java))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvm " + java + ": is Java 8, but 17 is the oldest that will do");
    }

    @Test
    @Timeout(20)
    void aProgramThatNeverStopsPrintingIsNoJvm() throws IOException {
        String endless = script("while :; do echo java.specification.version = 0x; done");

        assertThatThrownBy(() -> MeasuredJvm.at(endless))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvm " + endless + ": is not a JVM");
    }

    private String script(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}
