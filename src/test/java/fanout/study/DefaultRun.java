package fanout.study;

import fanout.record.BenchmarkParameter;
import fanout.record.ForkRecord;
import fanout.record.JvmRecord;
import fanout.record.MachineKind;
import fanout.record.Manifest;
import fanout.record.RunFolderReader;
import fanout.record.ServerRecord;
import fanout.results.BenchmarkSamples;
import fanout.results.MeasurementSettings.Phase;
import fanout.results.ResultSet;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run of the ways to fan out under default conditions, so that it says how they compare on its machine.
 *
 * @param folder of the run
 * @param arms what was measured on each JVM
 */
public record DefaultRun(Path folder, Manifest manifest, List<ResultSet> arms) {
    /** A run with fewer of them is no answer to which is the fastest. */
    private static final int FEWEST_WAYS = 5;

    /** A verdict takes as many. */
    private static final int FEWEST_ROUNDS = 3;

    /** After a shorter one the floor is still too slow, and all ratios to it too small. */
    private static final int SHORTEST_WARM_UP_SECONDS = 8;

    private static final String WAYS = "fanout.benchmark.FanOutBenchmark.";
    private static final Pattern SECONDS = Pattern.compile("(\\d+) s");
    private static final Map<BenchmarkParameter, Set<String>> DIFFERENT = Map.of(
            BenchmarkParameter.SETUP, Set.of("idiomatic", "minimal", "tuned", "none"),
            BenchmarkParameter.SERVER, Set.of(ServerRecord.EMBEDDED, ServerRecord.FORKED));

    /** Reads the folder of a run. */
    public static DefaultRun read(Path folder) throws IOException, UnreadableResultsException {
        RunFolderReader reader = RunFolderReader.of(folder);
        Manifest manifest = Manifest.read(reader.manifest());
        return new DefaultRun(
                folder, manifest, RunFolderResults.open(reader).source().resultSets());
    }

    /** Why it does not say how the ways to fan out compare by default; empty if it does. */
    public Optional<String> problem() {
        if (manifest.isQuick()) {
            return Optional.of("was measured with --quick, which is too short to conclude from");
        }
        if (rounds() < FEWEST_ROUNDS) {
            return Optional.of("has " + rounds() + " rounds, must have " + FEWEST_ROUNDS + " or more");
        }
        List<BenchmarkSamples> all =
                arms.stream().flatMap(arm -> arm.benchmarks().values().stream()).toList();
        Optional<String> other = all.stream()
                .filter(each -> !isDefault(each))
                .map(each -> "has " + each.key() + ", must have " + WAYS + "* alone, with default parameters but for"
                        + " setup and server")
                .findFirst();
        if (other.isPresent()) {
            return other;
        }
        long ways = all.stream().map(each -> each.key().method()).distinct().count();
        if (ways < FEWEST_WAYS) {
            return Optional.of("has " + ways + " ways to fan out, must have " + FEWEST_WAYS + " or more");
        }
        return conditions(all);
    }

    private Optional<String> conditions(List<BenchmarkSamples> all) {
        if (manifest.jvms().stream().anyMatch(DefaultRun::hasOptions)) {
            return Optional.of("has an arm with JVM options or libraries of its own, must have JDKs alone");
        }
        if (isPinned(manifest.server())) {
            return Optional.of("was kept on some of the CPUs, must have all");
        }
        return all.stream()
                .filter(each -> !isWarm(each.settings().warmup()))
                .map(each -> "has a warm-up of " + each.settings().warmup() + ", must have a learned one, or "
                        + SHORTEST_WARM_UP_SECONDS + " s")
                .findFirst();
    }

    private static boolean isPinned(ServerRecord server) {
        return server != null && server.cpus() != null && !server.cpus().areNone();
    }

    private static boolean hasOptions(JvmRecord jvm) {
        return jvm.arm() != null
                && !(jvm.arm().options().isEmpty() && jvm.arm().classPath().isEmpty());
    }

    private static boolean isDefault(BenchmarkSamples measured) {
        return measured.key().benchmark().startsWith(WAYS)
                && measured.key().params().entrySet().stream()
                        .allMatch(each -> allowed(each.getKey()).contains(each.getValue()));
    }

    private static Set<String> allowed(String name) {
        for (BenchmarkParameter parameter : BenchmarkParameter.values()) {
            if (parameter.toString().equals(name)) {
                return DIFFERENT.getOrDefault(parameter, Set.of(parameter.defaultValue()));
            }
        }
        return Set.of();
    }

    private static boolean isWarm(Phase warmUp) {
        int seconds = SECONDS.matcher(warmUp.time())
                .results()
                .map(MatchResult::group)
                .mapToInt(time -> Integer.parseInt(time.replace(" s", "")))
                .findFirst()
                .orElse(0);
        return warmUp.count() == Phase.LEARNED || warmUp.count() * seconds >= SHORTEST_WARM_UP_SECONDS;
    }

    /** How many rounds have a fork that ended well. */
    public long rounds() {
        return manifest.forks().stream()
                .filter(ForkRecord::endedWell)
                .map(ForkRecord::round)
                .distinct()
                .count();
    }

    /** The day on which it began, UTC. */
    String date() {
        return manifest.forks().stream()
                .flatMap(fork -> fork.started().stream())
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .map(time -> time.substring(0, "2026-01-01".length()))
                .orElse("");
    }

    MachineKind machine() {
        return MachineKind.of(manifest.host());
    }

    /** Where its server was. */
    String server() {
        return arms.stream()
                .flatMap(arm -> arm.benchmarks().keySet().stream())
                .map(key -> key.params().getOrDefault("server", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
