package fanout.cli;

import fanout.results.BenchmarkKey;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Short names for benchmarks that are shown together: method, and what distinguishes them beyond that. */
final class BenchmarkNames {
    /** @param name class and method, or a class alone */
    private record Full(String name, String mode, SortedMap<String, String> params) {
        static Full of(Scenario scenario) {
            return new Full(scenario.benchmark(), scenario.mode(), scenario.params());
        }

        static Full of(BenchmarkKey key) {
            return new Full(key.benchmark(), key.mode(), key.params());
        }

        /** The simple name of the class and the method. */
        List<String> parts() {
            String[] parts = name.split("\\.");
            return List.of(parts).subList(Math.max(0, parts.length - 2), parts.length);
        }

        Full withoutMode() {
            return new Full(name, "", params);
        }

        String type() {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
    }

    private final boolean typesDiffer;
    private final boolean modesDiffer;
    private final SortedMap<String, String> shared = new TreeMap<>();

    private BenchmarkNames(List<Full> all) {
        this.typesDiffer = all.stream().map(Full::type).distinct().count() > 1;
        this.modesDiffer = all.stream().map(Full::withoutMode).distinct().count()
                < all.stream().distinct().count();
        if (!all.isEmpty()) {
            shared.putAll(all.get(0).params());
            all.forEach(each -> shared.entrySet().retainAll(each.params().entrySet()));
        }
    }

    static BenchmarkNames ofScenarios(Collection<Scenario> scenarios) {
        return new BenchmarkNames(scenarios.stream().map(Full::of).toList());
    }

    static BenchmarkNames ofKeys(Collection<BenchmarkKey> keys) {
        return new BenchmarkNames(keys.stream().map(Full::of).toList());
    }

    String of(Scenario scenario) {
        return name(Full.of(scenario));
    }

    String of(BenchmarkKey key) {
        return name(Full.of(key));
    }

    private String name(Full each) {
        List<String> parts = each.parts();
        List<String> words = new ArrayList<>();
        words.add(typesDiffer ? String.join(".", parts) : parts.get(parts.size() - 1));
        if (modesDiffer) {
            words.add(each.mode());
        }
        Stream<String> params = each.params().entrySet().stream()
                .filter(param -> !param.getValue().equals(shared.get(param.getKey())))
                .map(Object::toString);
        return String.join(" ", Stream.concat(words.stream(), params).toList());
    }
}
