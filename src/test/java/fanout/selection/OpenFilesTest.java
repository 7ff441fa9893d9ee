package fanout.selection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.workload.Hosts;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
    @Test
    void aLimitThatIsTooLowIsReportedWithTheNumberNeeded() {
        assertThatThrownBy(() -> OpenFiles.require(256, 1000, Hosts.ONE, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "concurrency is 1000, for which a process needs 2100 open files at once, but it may have 256:"
                                + " ulimit -n 2100 allows them");
        assertThatThrownBy(() -> OpenFiles.require(1099, 1000, Hosts.ONE, false))
                .hasMessageContaining("ulimit -n 1100");
    }

    @Test
    void aLimitThatIsHighEnoughPasses() {
        assertThatCode(() -> OpenFiles.require(2100, 1000, Hosts.ONE, true)).doesNotThrowAnyException();
        assertThatCode(() -> OpenFiles.require(1100, 1000, Hosts.ONE, false)).doesNotThrowAnyException();
        assertThatCode(() -> OpenFiles.require(-1, 1000, Hosts.ONE, true))
                .as("no limit")
                .doesNotThrowAnyException();
    }
}
