package fanout.results;

import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
import fanout.record.WarmUpRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names the forks that were measured before their warm-up was over.
 *
 * <p>Tested by {@code fanout.cli.WarmUpWarningsTest}.
 */
final class WarmUpWarnings {
    /**
     * The most of its measured time that the JIT of a warm fork works: the share at which {@code run} takes it to be at
     * rest when it learns the length of a warm-up.
     */
    private static final double MOST_COMPILING = 0.1;

    /** @param compiling the JIT's time as a share of the measured time; NaN where it is not known */
    private record WarmedFork(int warmups, double compiling) {
        boolean isKnown() {
            return Double.isFinite(compiling);
        }

        boolean isCompiling() {
            return compiling > MOST_COMPILING;
        }
    }

    private final SortedMap<BenchmarkKey, Map<String, List<WarmedFork>>> forks = new TreeMap<>();
    private final Map<BenchmarkKey, WarmUpRecord> learned = new TreeMap<>();

    /**
     * Adds a fork.
     *
     * @param warmUp what the run has learned of the warm-up of this benchmark
     * @param iterations of the fork; empty where they are not known
     */
    void add(String label, BenchmarkKey key, Optional<WarmUpRecord> warmUp, List<IterationRecord> iterations) {
        long warmups = iterations.stream().filter(IterationRecord::warmup).count();
        // What is measured from a cold start on has a working JIT on purpose.
        double compiling = warmups == 0 ? Double.NaN : compiling(iterations);
        forks.computeIfAbsent(key, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(label, unknown -> new ArrayList<>())
                .add(new WarmedFork((int) warmups, compiling));
        warmUp.ifPresent(record -> learned.put(key, record));
    }

    private static double compiling(List<IterationRecord> iterations) {
        double millis = 0;
        double seconds = 0;
        for (IterationRecord iteration : iterations) {
            JvmWorkRecord work = iteration.jvmWork();
            boolean known = work != null && work.compilationMillis() != null && iteration.seconds() != null;
            if (known && !iteration.warmup()) {
                millis += work.compilationMillis();
                seconds += iteration.seconds();
            }
        }
        return millis / 1000 / seconds; // nothing known: 0 / 0 is NaN
    }

    /** A line for each warm-up whose end was not seen, and for each benchmark and arm with forks still compiling. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        forks.forEach((key, arms) -> {
            WarmUpRecord warmUp = learned.get(key);
            if (warmUp != null && warmUp.learnedInRound() == null) {
                lines.add(endless(key, warmUp, arms));
            }
            arms.forEach((label, all) -> compiling(label + " " + name(key), all).ifPresent(lines::add));
        });
        return lines;
    }

    private String endless(BenchmarkKey key, WarmUpRecord warmUp, Map<String, List<WarmedFork>> arms) {
        int longest = arms.values().stream()
                .flatMap(List::stream)
                .mapToInt(WarmedFork::warmups)
                .max()
                .orElse(0);
        int iterations = longest == 0 ? warmUp.iterations() : longest;
        return name(key) + ": its warm-up of " + iterations + (iterations == 1 ? " iteration" : " iterations")
                + " was never seen to be over";
    }

    private static Optional<String> compiling(String what, List<WarmedFork> forks) {
        List<WarmedFork> compiling =
                forks.stream().filter(WarmedFork::isCompiling).toList();
        if (compiling.isEmpty()) {
            return Optional.empty();
        }
        boolean one = compiling.size() == 1;
        double most =
                compiling.stream().mapToDouble(WarmedFork::compiling).max().orElseThrow();
        return Optional.of(what + ": " + compiling.size() + " of "
                + forks.stream().filter(WarmedFork::isKnown).count()
                + (one ? " forks was still compiling while it was" : " forks were still compiling while they were")
                + " measured, for " + (one ? "" : "up to ") + Math.round(100 * most) + " % of the time"
                + (most > 1 ? " of one core" : "") + ": a longer warm-up (-wi) would end that");
    }

    /** Class and method, if no other benchmark of the run has the same. */
    private String name(BenchmarkKey key) {
        String brief = brief(key);
        boolean unique = forks.keySet().stream()
                        .filter(other -> brief(other).equals(brief))
                        .count()
                == 1;
        return unique ? brief : key.toString();
    }

    private static String brief(BenchmarkKey key) {
        String type = key.type().substring(key.type().lastIndexOf('.') + 1);
        return type.isEmpty() ? key.method() : type + "." + key.method();
    }
}
