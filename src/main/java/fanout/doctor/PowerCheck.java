package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.List;

/**
 * Whether the machine runs on a battery.
 *
 * <p>Tested by {@code fanout.doctor.PowerCheckTest}.
 */
final class PowerCheck {
    private static final String SUPPLIES = "/sys/class/power_supply";
    private static final String NAME = "power";

    private PowerCheck() {}

    static Finding battery(Observations seen) {
        SystemFiles files = seen.files();
        if (!seen.isLinux()) {
            return Finding.unknown(NAME, seen.notVisible());
        }
        List<String> batteries = files.names(SUPPLIES).stream()
                .map(name -> SUPPLIES + "/" + name)
                .filter(supply ->
                        files.word(supply + "/type").filter("Battery"::equals).isPresent())
                // The battery of a mouse is one, too.
                .filter(supply ->
                        files.word(supply + "/scope").filter("Device"::equals).isEmpty())
                .toList();
        if (batteries.isEmpty()) {
            return Finding.ok(NAME, "no battery");
        }
        boolean discharging = batteries.stream()
                .anyMatch(battery -> files.word(battery + "/status")
                        .filter("Discharging"::equals)
                        .isPresent());
        return discharging
                ? new Finding(
                        NAME, Severity.WARNING, "on battery", "the firmware slows the cores to save it", "plug it in")
                : Finding.ok(NAME, "plugged in");
    }
}
