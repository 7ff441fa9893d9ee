package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of the kernel that each measurement meets: the clock, and where memory lies.
 *
 * <p>Tested by {@code fanout.doctor.KernelChecksTest}.
 */
final class KernelChecks {
    private static final String CLOCK = "clock source";
    private static final String LAYOUT = "ASLR";
    private static final String SOURCES = "/sys/devices/system/clocksource/clocksource0/";
    private static final String CURRENT = SOURCES + "current_clocksource";
    private static final String RANDOMIZE = "/proc/sys/kernel/randomize_va_space";
    private static final String TSC = "tsc";

    /** A program reads these without a call of the kernel. */
    private static final Set<String> FAST = Set.of(
            TSC, "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter", "riscv_clocksource", "timebase");

    private static final Set<String> SLOW = Set.of("hpet", "acpi_pm", "jiffies", "refined-jiffies", "pit", "xen");

    private KernelChecks() {}

    static Finding clockSource(Observations seen) {
        Optional<String> name = seen.files().word(CURRENT);
        if (name.isEmpty()) {
            return Finding.unknown(CLOCK, seen.notVisible());
        }
        String source = name.get();
        if (!SLOW.contains(source)) {
            return FAST.contains(source)
                    ? Finding.ok(CLOCK, source)
                    : Finding.unknown(CLOCK, source + ", of which nothing is known");
        }
        boolean better = seen.files().text(SOURCES + "available_clocksource").stream()
                .anyMatch(names -> List.of(names.split("\\s+")).contains(TSC));
        return new Finding(
                CLOCK,
                source.equals("xen") ? Severity.NOTE : Severity.WARNING,
                source,
                "each look at the clock is a call of the kernel, of up to a microsecond",
                better
                        ? Surroundings.write(seen.files(), TSC, CURRENT)
                        : "`sudo dmesg | grep -i tsc` says why the processor's own clock is not used");
    }

    /** A random layout is right: forks then differ in it, and their mean speaks of all layouts. */
    static Finding addressLayout(Observations seen) {
        long mode = seen.files().number(RANDOMIZE).orElse(-1L);
        if (mode == 0) {
            return new Finding(
                    LAYOUT,
                    Severity.NOTE,
                    "off",
                    "all forks share one layout of memory, whose luck then looks like a change",
                    Surroundings.write(seen.files(), "2", RANDOMIZE));
        }
        return mode == 1 || mode == 2
                ? Finding.ok(LAYOUT, "on, so the forks' mean is that of many layouts")
                : Finding.unknown(LAYOUT, seen.notVisible());
    }
}
