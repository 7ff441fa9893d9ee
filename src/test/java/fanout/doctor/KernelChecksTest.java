package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelChecksTest extends ObservedMachine {
    private static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/";

    @ParameterizedTest
    @CsvSource({
        "tsc, ok, ''",
        "kvm-clock, ok, ''",
        "hpet, warning, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "acpi_pm, warning, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "xen, note, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "sundial, unknown, ''",
    })
    void aClockOfTheKernelIsSlow(String source, String severity, String advice) {
        machine.file(CLOCK + "current_clocksource", source).file(CLOCK + "available_clocksource", "tsc hpet acpi_pm");

        assertThat(find("clock source").severity()).hasToString(severity);
        assertThat(find("clock source").advice()).isEqualTo(advice);
    }

    @Test
    void aClockThatTheKernelRefusesIsNotAdvised() {
        machine.file(CLOCK + "current_clocksource", "hpet").file(CLOCK + "available_clocksource", "hpet acpi_pm");

        assertThat(find("clock source").advice()).startsWith("`sudo dmesg | grep -i tsc` says why");
    }

    @ParameterizedTest
    @CsvSource({"0, note", "1, ok", "2, ok", "9, unknown", "two, unknown"})
    void oneLayoutForAllForksIsWorthANote(String mode, String severity) {
        machine.file("/proc/sys/kernel/randomize_va_space", mode);

        assertThat(find("ASLR").severity()).hasToString(severity);
    }
}
