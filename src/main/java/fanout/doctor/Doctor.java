package fanout.doctor;

import fanout.record.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All checks of a machine. */
public final class Doctor {
    private static final List<Function<Observations, Finding>> CHECKS = List.of(
            CpuTimeChecks::load,
            CpuTimeChecks::steal,
            RulerCheck::spread,
            QuotaCheck::quota,
            CoreChecks::cores,
            CoreChecks::hyperthreads,
            FrequencyChecks::governor,
            FrequencyChecks::turbo,
            PowerCheck::battery,
            KernelChecks::clockSource,
            MemoryChecks::swap,
            MemoryChecks::hugePages,
            MemoryChecks::nodes,
            KernelChecks::addressLayout);

    private Doctor() {}

    /** One finding for each check, the worst first, and one more in a container. */
    public static List<Finding> examine(Observations seen) {
        return Stream.concat(CHECKS.stream().map(check -> check.apply(seen)), Surroundings.container(seen).stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
