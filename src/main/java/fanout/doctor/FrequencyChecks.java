package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sets the clock rate of the cores.
 *
 * <p>Tested by {@code fanout.doctor.FrequencyChecksTest}.
 */
final class FrequencyChecks {
    private static final String CPUS = "/sys/devices/system/cpu/";
    private static final String POLICIES = CPUS + "cpufreq";
    private static final String NO_TURBO = CPUS + "intel_pstate/no_turbo";
    private static final String BOOST = POLICIES + "/boost";
    private static final String GOVERNOR = "governor";
    private static final String TURBO = "turbo";
    private static final String BEST = "performance";
    private static final String SLOWEST = "powersave";

    private FrequencyChecks() {}

    static Finding governor(Observations seen) {
        SystemFiles files = seen.files();
        List<String> policies = files.names(POLICIES).stream()
                .filter(name -> name.matches("policy\\d+"))
                .map(name -> POLICIES + "/" + name)
                .toList();
        Map<String, Integer> governors = new TreeMap<>();
        policies.forEach(policy ->
                files.word(policy + "/scaling_governor").ifPresent(name -> governors.merge(name, 1, Integer::sum)));
        if (governors.isEmpty()) {
            return Finding.unknown(GOVERNOR, seen.notVisible());
        }
        String text = governors.size() == 1
                ? governors.keySet().iterator().next()
                : governors.entrySet().stream()
                        .map(each -> each.getKey() + " on " + each.getValue())
                        .collect(Collectors.joining(", "));
        if (governors.keySet().equals(Set.of(BEST))) {
            return Finding.ok(GOVERNOR, text);
        }
        return new Finding(
                GOVERNOR,
                governors.containsKey(SLOWEST) ? Severity.WARNING : Severity.NOTE,
                text,
                "the clock rate follows the load, late",
                policies.stream().allMatch(policy -> offersBest(files, policy))
                        ? Surroundings.write(files, BEST, POLICIES + "/policy*/scaling_governor")
                        : "");
    }

    private static boolean offersBest(SystemFiles files, String policy) {
        return files.text(policy + "/scaling_available_governors").stream()
                .anyMatch(names -> List.of(names.split("\\s+")).contains(BEST));
    }

    /** A switch: the file, and the value that turns turbo off. */
    private record Switch(String file, long off) {}

    static Finding turbo(Observations seen) {
        Optional<Switch> found = Stream.of(new Switch(NO_TURBO, 1), new Switch(BOOST, 0))
                .filter(each -> seen.files()
                        .number(each.file())
                        .filter(value -> value == 0 || value == 1)
                        .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            return Finding.unknown(TURBO, seen.notVisible());
        }
        Switch turbo = found.get();
        if (seen.files().number(turbo.file()).orElse(turbo.off()) == turbo.off()) {
            return Finding.ok(TURBO, "off");
        }
        return new Finding(
                TURBO,
                Severity.NOTE,
                "on",
                "the clock rate depends on heat, and on how many cores are busy",
                Surroundings.write(seen.files(), Long.toString(turbo.off()), turbo.file()));
    }
}
