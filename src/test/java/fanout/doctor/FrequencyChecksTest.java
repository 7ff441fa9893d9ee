package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyChecksTest extends ObservedMachine {
    @ParameterizedTest
    @CsvSource({"powersave, warning", "schedutil, note", "ondemand, note", "performance, ok", "'x y\u001b[31m', unknown"
    })
    void onlyOneGovernorIsRight(String governor, String severity) {
        machine.governors(governor, 8);

        assertThat(find("governor").severity()).hasToString(severity);
        assertThat(find("governor").advice())
                .isEqualTo(
                        List.of("ok", "unknown").contains(severity)
                                ? ""
                                : "echo performance | sudo tee"
                                        + " /sys/devices/system/cpu/cpufreq/policy*/scaling_governor");
    }

    @Test
    void governorsOf256CoresAreCounted() {
        machine.governors("performance", 256)
                .file(CPUS + "cpufreq/policy255/scaling_governor", "powersave")
                .file(CPUS + "cpufreq/policy255/scaling_available_governors", "powersave");

        assertThat(find("governor")).satisfies(is("warning", "performance on 255, powersave on 1"));
        assertThat(find("governor").advice()).isEmpty(); // not all of them have another
    }

    @ParameterizedTest
    @CsvSource({
        "intel_pstate/no_turbo, 0, note, echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo",
        "intel_pstate/no_turbo, 1, ok, ''",
        "cpufreq/boost, 1, note, echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost",
        "cpufreq/boost, 0, ok, ''",
        "cpufreq/boost, 7, unknown, ''",
        "cpufreq/boost, '', unknown, ''",
    })
    void turboIsWorthANote(String file, String value, String severity, String advice) {
        machine.file(CPUS + file, value);

        assertThat(find("turbo").severity()).hasToString(severity);
        assertThat(find("turbo").advice()).isEqualTo(advice);
    }
}
