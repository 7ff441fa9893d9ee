package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.results.BenchmarkKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Short names for the benchmarks of one report: without the package, the mode and the parameters that all share. */
final class Labels {
    private final String prefix;
    private final boolean sameMode;
    private final boolean sameThreads;
    private final SortedMap<String, String> shared;

    private Labels(String prefix, boolean sameMode, boolean sameThreads, SortedMap<String, String> shared) {
        this.prefix = prefix;
        this.sameMode = sameMode;
        this.sameThreads = sameThreads;
        this.shared = shared;
    }

    static Labels of(Collection<BenchmarkKey> keys) {
        List<String> packages = keys.stream().map(Labels::packageOf).distinct().toList();
        SortedMap<String, String> shared = new TreeMap<>();
        if (!keys.isEmpty()) {
            shared.putAll(keys.iterator().next().params());
            keys.forEach(key -> shared.entrySet().retainAll(key.params().entrySet()));
        }
        return new Labels(
                commonPackage(packages),
                keys.stream().map(BenchmarkKey::mode).distinct().count() <= 1,
                keys.stream().map(BenchmarkKey::threads).distinct().count() <= 1,
                shared);
    }

    /** The same without the class, if all are methods of one class: for places with little room. */
    static Labels brief(Collection<BenchmarkKey> keys) {
        Labels labels = of(keys);
        List<String> types = keys.stream().map(BenchmarkKey::type).distinct().toList();
        boolean sameType = types.size() == 1 && !types.get(0).isEmpty();
        return sameType ? new Labels(types.get(0) + ".", labels.sameMode, labels.sameThreads, labels.shared) : labels;
    }

    /** The same for what a comparison is about; the name of a class whose methods are compared may be left empty. */
    static Labels brief(Comparison comparison) {
        List<BenchmarkKey> keys =
                comparison.judgements().stream().map(Judgement::key).toList();
        List<String> names =
                keys.stream().map(BenchmarkKey::benchmark).distinct().toList();
        if (comparison.by().isArm() || names.size() != 1) {
            return brief(keys);
        }
        Labels labels = of(keys);
        return new Labels(names.get(0), labels.sameMode, labels.sameThreads, labels.shared);
    }

    /** The class that the names leave out, without its package; empty if they don't. */
    String typeLeftOut() {
        String type = prefix.replaceFirst("\\.$", "");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return !simple.isEmpty() && Character.isUpperCase(simple.charAt(0)) ? simple : "";
    }

    /** The package, or the beginning that all packages share. */
    private static String commonPackage(List<String> packages) {
        String common = packages.isEmpty() ? "" : packages.get(0);
        for (String other : packages) {
            while (!other.startsWith(common)) { // everything starts with nothing
                common = common.substring(0, common.lastIndexOf('.', common.length() - 2) + 1);
            }
        }
        return common;
    }

    /** The package: all before the first part with a capital letter, which is a class. */
    private static String packageOf(BenchmarkKey key) {
        String[] parts = key.benchmark().split("\\.");
        int length = 0;
        for (String part : parts) {
            if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
                break;
            }
            length += part.length() + 1;
        }
        return length >= key.benchmark().length() ? "" : key.benchmark().substring(0, length);
    }

    /** The name of a benchmark. */
    String name(BenchmarkKey key) {
        String mode = sameMode ? "" : " " + key.mode();
        String threads = sameThreads ? "" : " threads=" + key.threads();
        return key.benchmark().substring(prefix.length()) + mode + threads;
    }

    /** The name of a benchmark among those of its class and mode. */
    String method(BenchmarkKey key) {
        return key.method() + (sameThreads ? "" : " threads=" + key.threads());
    }

    /** The name of a class, without what all have in common; empty if nothing is left. */
    String type(String type) {
        return type.length() < prefix.length() ? "" : type.substring(prefix.length());
    }

    /** The parameters in which benchmarks differ, as {@code name=value name=value}; may be empty. */
    String params(BenchmarkKey key) {
        return key.params().entrySet().stream()
                .filter(param -> !param.getValue().equals(shared.get(param.getKey())))
                .map(Map.Entry::toString)
                .collect(Collectors.joining(" "));
    }

    /** The parameters that all benchmarks share, in one line; may be empty. */
    String shared() {
        return shared.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    }

    /** What the names leave out, since all have it in common: the class, and the parameters; may be empty. */
    String common() {
        return (typeLeftOut() + " " + shared()).strip();
    }

    /** The name, the metric if it is not the score, and the parameters in which benchmarks differ. */
    String full(Judgement judgement) {
        return full(name(judgement.key()), judgement);
    }

    /** The same after the name of a method, where the class has none here. */
    String full(String method, Judgement judgement) {
        String params = params(judgement.key());
        String metric = judgement.metric().equals(Judgement.SCORE) ? "" : ":" + judgement.metric();
        return method + metric + (params.isEmpty() ? "" : " " + params);
    }
}
