package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreChecksTest extends ObservedMachine {
    @ParameterizedTest
    @CsvSource({
        "1, 0, '', warning, 1",
        "2, 0-1, 2-3, note, '2, 2 more switched off'",
        "2, 0-7, '', note, 2 of 8",
        "4, '0,2,4,6', '1,3,5,7', ok, '4, 4 more switched off'",
        "256, 0-255, '', ok, 256",
        "4, nonsense, -, ok, 4",
        "4, '', '', ok, 4",
        "4, 0-999999999, '', ok, 4",
    })
    void aForkedServerNeedsCores(int processors, String online, String offline, String severity, String text) {
        machine.file(CPUS + "online", online).file(CPUS + "offline", offline);

        assertThat(find("cores", observed(processors))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "1, on, 8, echo off | sudo tee /sys/devices/system/cpu/smt/control",
        "1, on, 4, ''", // it would leave two cores
        "1, notsupported, 8, ''"
    })
    void hyperthreadsAreSwitchedOffOnlyWhereEnoughCoresAreLeft(int active, String control, int cores, String advice) {
        machine.file(CPUS + "smt/active", "" + active).file(CPUS + "smt/control", control);

        assertThat(find("SMT", observed(cores))).satisfies(is("note", "on"));
        assertThat(find("SMT", observed(cores)).advice()).isEqualTo(advice);
    }
}
