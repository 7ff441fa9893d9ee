package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerCheckTest extends ObservedMachine {
    @ParameterizedTest
    @CsvSource({
        "Battery, Discharging, System, warning, on battery",
        "Battery, Charging, '', ok, plugged in",
        "Battery, Full, '', ok, plugged in",
        "Battery, Discharging, Device, ok, no battery", // a mouse's
        "Mains, '', '', ok, no battery",
        "'', '', '', ok, no battery",
    })
    void aBatteryThatDischargesIsAWarning(String type, String status, String scope, String severity, String text) {
        String supply = "/sys/class/power_supply/BAT0/";
        machine.file(supply + "type", type).file(supply + "status", status).file(supply + "scope", scope);

        assertThat(find("power")).satisfies(is(severity, text));
    }
}
