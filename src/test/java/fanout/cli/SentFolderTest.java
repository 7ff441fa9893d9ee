package fanout.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.run.ArmSettings;
import fanout.run.InstalledJdks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFolderTest {
    private static final Path FOLDER = Path.of("sent");
    private static final String HOME = System.getProperty("java.home");

    private final SentFolder sent = new SentFolder(FOLDER, InstalledJdks.here());

    @Test
    void aJdkOfThisMachineIsStarted() {
        ArmSettings arm = new ArmSettings("17", HOME, List.of("-Xmx1g", "-XX:+UseZGC", "-Da=b"), List.of("a.jar"));
        assertThatCode(() -> sent.requireKnown(arm)).doesNotThrowAnyException();
    }

    @Test
    void aProgramThatTheFolderBringsIsNotStarted() {
        ArmSettings arm = new ArmSettings("17", "sent/jdk", List.of(), List.of());
        assertThatThrownBy(() -> sent.requireKnown(arm))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume sent: the JVM of arm 17 is in sent/jdk, where no JDK of this machine is found; if"
                        + " that is right, name it again: --arm 17='JAVA_HOME [JVM-OPTION]...'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:x.jar",
                "-agentpath:/x.so",
                "-agentlib:x",
                "-XX:OnError=sh x",
                "-XX:OnOutOfMemoryError=sh x",
                "-XX:Flags=x",
                "-XX:VMOptionsFile=x",
                "@x",
                "-Xbootclasspath/a:x",
                "--patch-module=java.base=x",
                "--module-path=x",
                "-p"
            })
    void anOptionThatLoadsCodeMustBeGivenAgain(String option) {
        ArmSettings arm = new ArmSettings("17", HOME, List.of(option), List.of());
        assertThatThrownBy(() -> sent.requireKnown(arm))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--resume sent: arm 17 has the option " + option
                        + ", which may start another program; if that is right, name it again: --arm 17=");
    }

    @Test
    void whatARunGivesItsForksIsTaken() {
        List<String> arguments = List.of(JmhMode.QUIET_UNSAFE, "-Dfanout.answerTimeoutMillis=100");
        assertThatCode(() -> sent.requireOwn(arguments)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-javaagent:x.jar", "-Dother=1", "-Dfanout.answerTimeoutMillis"})
    void whatNoRunGivesItsForksIsRefused(String option) {
        assertThatThrownBy(() -> sent.requireOwn(List.of(JmhMode.QUIET_UNSAFE, option)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume sent: its forks have the option " + option + ", which no run gives them");
    }

    @Test
    void thatRequestsMayLeaveThisMachineMustBeSaidAgain() {
        List<String> arguments = List.of("-Dfanout.allowRemote=true");
        assertThatThrownBy(() -> sent.requireOwn(arguments))
                .hasMessage("--resume sent: its server may be on another machine; if that is right, say it again:"
                        + " -Dfanout.allowRemote=true");
    }

    @Test
    void aJarInTheFolderMustBeGivenAgain() {
        ArmSettings arm = new ArmSettings("17", HOME, List.of(), List.of("other/../sent/x.jar"));
        assertThatThrownBy(() -> sent.requireKnown(arm))
                .hasMessageStartingWith(
                        "--resume sent: arm 17 has other/../sent/x.jar on its class path, which is in the"
                                + " folder; if that is right");
    }
}
