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
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

@NeedsJvm
class MeasuredJvmTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theVersionOfAJvmIsFound(Jdk jdk) throws Exception {
        assertThat(of("-jvm", jdk.java().toString()).feature()).isEqualTo(jdk.feature());
    }

    @Test
    void aJvmThatIsTooOldIsRefused() throws IOException {
        String java = script("echo '    java.specification.version = 1.8'");

        assertThatThrownBy(() -> of("-jvm", java))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvm " + java + ": is Java 8, but 17 is the oldest that will do");
    }

    @Test
    @Timeout(20)
    void aProgramThatNeverStopsPrintingIsNoJvm() throws IOException {
        String endless = script("while :; do echo java.specification.version = 0x; done");

        assertThatThrownBy(() -> of("-jvm", endless))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvm " + endless + ": is not a JVM");
    }

    /** JMH would say only that its fork has failed. */
    @Test
    void anOptionThatTheJvmRefusesIsReportedInTheWordsOfTheJvm() {
        assertThatThrownBy(() -> of("-jvmArgs", "-XX:+Nonsense"))
                .isInstanceOf(UsageException.class)
                .hasMessage("-jvmArgs: the JVM does not start with this: Unrecognized VM option 'Nonsense'");
    }

    private static MeasuredJvm of(String... words) throws UsageException, CommandLineOptionException {
        return MeasuredJvm.of(new CommandLineOptions(words));
    }

    private String script(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}
