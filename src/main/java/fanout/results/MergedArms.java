package fanout.results;

import fanout.record.ClassPathEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What arms of the same label differ in between runs that are put together.
 *
 * <p>Tested by {@code fanout.cli.MergedArmsTest}.
 */
final class MergedArms {
    private static final int SHORT_HASH = 8;

    /** @param key what must be equal, where the text says more */
    private record Value(String key, String text) {}

    private MergedArms() {}

    /** A warning for each difference. */
    static List<String> differences(String label, List<LoadedResults> runs) {
        List<String> differences = new ArrayList<>();
        difference(label, "options", MergedArms::options, runs).ifPresent(differences::add);
        difference(label, "class paths", MergedArms::classPath, runs).ifPresent(differences::add);
        difference(label, "JVMs of the server", MergedArms::serverJvm, runs).ifPresent(differences::add);
        return differences;
    }

    private static Value options(RecordedArm arm) {
        String options = String.join(" ", arm.arm().options());
        return new Value(options, options.isEmpty() ? "none" : options);
    }

    /** Files of the same content are the same, whatever their names. */
    private static Value classPath(RecordedArm arm) {
        List<ClassPathEntry> entries = arm.arm().classPath();
        return new Value(
                entries.stream().map(ClassPathEntry::sha256).collect(Collectors.joining(" ")),
                entries.isEmpty()
                        ? "none"
                        : entries.stream().map(MergedArms::shown).collect(Collectors.joining(" ")));
    }

    /** Null where it is not one JVM for all arms: where else the server may run is a parameter of the benchmarks. */
    private static Value serverJvm(RecordedArm arm) {
        boolean one = arm.server() != null && !arm.server().version().isEmpty();
        return one ? new Value(arm.server().vm(), arm.server().version()) : null;
    }

    private static String shown(ClassPathEntry entry) {
        String hash = entry.sha256();
        return entry.file() + " (" + hash.substring(0, Math.min(SHORT_HASH, hash.length())) + ")";
    }

    private static Optional<String> difference(
            String label, String what, Function<RecordedArm, Value> property, List<LoadedResults> runs) {
        Map<String, Set<String>> runsByKey = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (LoadedResults run : runs) {
            run.resultSet(label).map(ResultSet::arm).map(property).ifPresent(value -> {
                texts.putIfAbsent(value.key(), value.text());
                runsByKey
                        .computeIfAbsent(value.key(), key -> new LinkedHashSet<>())
                        .add(run.name());
            });
        }
        return runsByKey.size() < 2
                ? Optional.empty()
                : Optional.of(what + " of " + label + " differ: "
                        + runsByKey.entrySet().stream()
                                .map(entry -> texts.get(entry.getKey()) + " in " + String.join(", ", entry.getValue()))
                                .collect(Collectors.joining("; ")));
    }
}
