package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fanout.record.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
    private final Machine machine = new ThisMachine();

    @Test
    void theRulerTakesAFewMilliseconds() {
        assertThat(machine.rulerMillis()).isBetween(0.5, 200.0);
    }

    @Test
    void stealIsAShareOfTheTimeThatPassed() throws InterruptedException {
        assumeThat(Files.exists(Path.of("/proc/stat"))).as("Linux").isTrue();
        Machine.CpuTimes before = machine.cpuTimes();
        machine.pause(Duration.ofMillis(200));

        assertThat(machine.cpuTimes().stealSince(before)).isBetween(0.0, 1.0);
        assertThat(before.stealSince(before)).isNull();
    }

    @Test
    void theMachineIsDescribedWithoutItsUser() {
        Host host = ThisHost.read();

        assertThat(host.name()).matches("[A-Za-z0-9-]+");
        assertThat(host.cores()).isPositive();
        assertThat(host.memoryBytes()).isGreaterThan(1 << 28);
        assertThat(host.kernel()).isNotBlank();
        assertThat(host.os()).isNotBlank();
        assertThat(host.toString()).doesNotContain(System.getProperty("user.home") + "/");
    }
}
