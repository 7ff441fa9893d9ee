package fanout.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The folder of a small run whose manifest has every field that {@code run} writes. */
public final class CompleteRun {
    /** The benchmark of the settings is not there, so that {@code --resume} never starts to measure. */
    private static final String MANIFEST = """
            {"command": "run --seed 1", "seed": 1, "order": "turns",
             "project": {"version": "1.0", "commit": "abc", "dirty": false, "jarSha256": ""},
             "dependencies": {"g:a": "1.0"},
             "host": {"name": "vm", "cpu": "CPU", "cores": 2, "memoryBytes": 1073741824, "kernel": "6",
                      "os": "OS", "hypervisor": "KVM"},
             "settings": {"benchmarks": ["noSuchBenchmark"], "params": {"size": ["1"]}, "rounds": 3, "order": "turns",
                          "alive": 2, "control": false, "seed": 1,
                          "iterations": {"warmupCount": 1, "measurementTime": "1s"}, "shorter": {},
                          "serverJvm": "", "jvmArgs": ["-Dx=y"]},
             "leftOut": ["one is left out: it needs more"]}""";

    private static final String JVM = """
            {"control": false, "version": "17", "vendor": "V", "vm": "VM", "gc": "G1", "maxHeapBytes": 1073741824,
             "flags": ["-Xmx1g"], "home": "/nowhere"}""";

    private static final String FORK = """
            {"benchmark": "a.Bench.one", "mode": "avgt", "params": {"size": "1"}, "attempt": 1,
             "start": "2026-11-25T04:49:36.8Z", "seconds": 1.5, "loadAverage": 0.5, "steal": 0.01,
             "rulerMillis": 3.1}""";

    private static final String TURNS = """
            [{"iteration": 1, "warmup": true, "score": %d}, {"iteration": 2, "warmup": false, "score": 10}]
            """;

    /** Of each round. That of the first is the median, so that it is seen where it changes. */
    private static final int[] WARMUP_SCORES = {12, 14, 11};

    private CompleteRun() {}

    /** Two JVMs that took turns in three rounds of one benchmark; returns the folder. */
    public static Path write(Path folder) {
        Map<String, Object> manifest = new LinkedHashMap<>(Map.of("schema", "fanout-run/1", "turns", true));
        manifest.putAll(object(MANIFEST));
        manifest.put("jvms", List.of(labelled("17", object(JVM)), labelled("25", object(JVM))));
        List<Map<String, Object>> forks = new ArrayList<>();
        for (int round = 1; round <= WARMUP_SCORES.length; round++) {
            forks.add(fork(folder, forks.size() + 1, round, "17", Entry.forks(3, 10, 1)[round - 1]));
            forks.add(fork(folder, forks.size() + 1, round, "25", Entry.forks(3, 12, 2)[round - 1]));
        }
        manifest.put("forks", forks);
        Entry.write(folder.resolve("manifest.json"), json(manifest));
        return folder;
    }

    private static Map<String, Object> fork(Path folder, int number, int round, String label, double[] iterations) {
        String name = String.format(Locale.ROOT, "forks/%04d", number);
        Entry.write(folder.resolve(name + ".json"), new Entry("a.Bench.one", iterations));
        Entry.write(folder.resolve(name + ".turns.json"), TURNS.formatted(WARMUP_SCORES[round - 1]));
        Map<String, Object> fork = labelled(label, object(FORK));
        fork.putAll(Map.of("round", round, "status", "ok", "file", name + ".json"));
        return fork;
    }

    private static Map<String, Object> labelled(String label, Map<String, Object> fields) {
        fields.put("label", label);
        return fields;
    }

    private static String json(Map<String, Object> fields) {
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values only", e);
        }
    }

    private static Map<String, Object> object(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a constant", e);
        }
    }
}
