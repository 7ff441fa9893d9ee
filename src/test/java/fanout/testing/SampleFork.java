package fanout.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.client.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One fork of a sample run: its scores fall while it warms up, and scatter by half a percent from then on. */
final class SampleFork {
    static final int WARMUPS = 10;
    static final int MEASURED = 4;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SampleArm arm;
    private final double drift;
    private final Instant start;
    private final double cycleSeconds;
    private final double[] scores;
    private final Random random;

    /**
     * @param drift how much slower than in a quiet round everything is
     * @param cycleSeconds from one turn to the next, the others' included
     */
    SampleFork(SampleArm arm, double drift, Instant start, double cycleSeconds, Random random) {
        this.arm = arm;
        this.drift = drift;
        this.start = start;
        this.cycleSeconds = cycleSeconds;
        this.random = random;
        double own = drift * (1 + 0.01 * random.nextGaussian());
        this.scores = IntStream.range(0, WARMUPS + MEASURED)
                .mapToDouble(i -> score(own * (1 + 2 * Math.exp(-i / 1.6)) * (1 + 0.005 * random.nextGaussian())))
                .toArray();
    }

    private double score(double slowness) {
        double floor = Math.min(arm.delayFloor(), arm.level());
        return arm.isThroughput() ? arm.level() / slowness : floor + (arm.level() - floor) * slowness;
    }

    /** @param jvm what the manifest tells of its JVM */
    void write(RunFiles files, int round, int attempt, Map<String, ?> jvm) {
        double[] measured = Arrays.copyOfRange(scores, WARMUPS, scores.length);
        String version = String.valueOf(jvm.get("version"));
        Entry entry = entry(measured)
                .with("jdkVersion", version.replaceFirst("[+].*", ""))
                .with("vmName", String.valueOf(jvm.get("vm")).replace(" " + version, ""))
                .with("vmVersion", version)
                .with("jvmArgs", jvm.get("flags"));
        if (arm.latencies()) {
            SampleLatencies latencies =
                    SampleLatencies.of(DoubleStream.of(measured).average().orElseThrow(), arm.delayFloor(), random);
            latencies.tell(entry, measured);
            files.fork(round, arm.label(), entry, facts(attempt)).beside(".hlog", latencies.log(turn(WARMUPS), end()));
        } else {
            files.fork(round, arm.label(), entry, facts(attempt));
        }
        files.beside(".turns.json", turns());
    }

    private Entry entry(double... measured) {
        Entry entry = new Entry(arm.benchmark(), measured)
                .with("jvm", arm.label())
                .with("mode", arm.mode())
                .unit(arm.unit())
                .with("warmupIterations", WARMUPS)
                .primary("score", DoubleStream.of(measured).average().orElseThrow());
        if (!arm.params().isEmpty()) {
            entry.with("params", arm.params());
        }
        if (arm.params().containsKey("requests")) {
            counters(entry);
        }
        return entry;
    }

    private void counters(Entry entry) {
        double connections = Strategy.find(arm.benchmark())
                .map(strategy -> strategy.connections(40))
                .orElse(40);
        double cpu = (arm.level() - arm.delayFloor()) * 1.6;
        entry.told(
                "client.cpu",
                "us/request",
                random.doubles(MEASURED, 0.98 * cpu, 1.02 * cpu).toArray());
        entry.told("server.connections", "connections", same(connections));
        entry.told("server.peakInFlight", "requests", same(40));
        entry.told("server.requests", "requests/op", same(1000));
        if (arm.delayFloor() > 0) {
            entry.told("delayFloor", "ms/op", same(arm.delayFloor()));
        }
    }

    private static double[] same(double value) {
        return DoubleStream.generate(() -> value).limit(MEASURED).toArray();
    }

    /** What the manifest tells of it, but for round, label, status and file. */
    private Map<String, Object> facts(int attempt) {
        Map<String, Object> facts = arm.facts(start, attempt);
        facts.put("seconds", rounded(scores.length * cycleSeconds));
        facts.put("loadAverage", rounded(2.5 + drift));
        facts.put("steal", rounded(Math.max(0, drift - 1) / 50));
        facts.put("rulerMillis", rounded(3.1 * drift));
        return facts;
    }

    private String turns() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Map<String, Object> turn = new LinkedHashMap<>();
            turn.put("iteration", i + 1);
            turn.put("warmup", i < WARMUPS);
            turn.put("start", turn(i).toString());
            turn.put("seconds", rounded(1.1 + 0.02 * random.nextDouble()));
            turn.put("loadAverage", rounded(2.5 + random.nextDouble()));
            turn.put("steal", i == 0 ? null : rounded(0.002 * random.nextDouble()));
            turn.put("rulerMillis", rounded(3.1 * drift * (1 + 0.02 * random.nextGaussian())));
            turn.put("score", scores[i]);
            lines.add(json(turn));
        }
        return "[\n" + String.join(",\n", lines) + "\n]\n";
    }

    private Instant turn(int iteration) {
        return start.plusMillis((long) (1000 * cycleSeconds * iteration));
    }

    private Instant end() {
        return turn(scores.length);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static String json(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings only", e);
        }
    }
}
