package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JMH limits the time of an iteration. The time for which a fork waits for its turn is no part of it. */
@Timeout(180)
@NeedsJvm
class TurnDeadlineTest {
    @TempDir
    Path folder;

    @Test
    void aForkMayWaitLongerForItsTurnThanItsIterationMayTake() throws IOException {
        Path run = folder.resolve("out");

        CommandLineSession session = CommandLineSession.run(
                folder.resolve("results"), "run", "--rounds", "1", "--out", run.toString(), "DeadlineBenchmark");

        assertThat(session.out()).doesNotContain("failed");
        assertThat(session.status()).isZero();
        assertThat(Files.readString(run.resolve("jmh.log"))).doesNotContain("interrupted");
    }
}
