package fanout.testing;

import fanout.client.Strategy;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import fanout.record.JvmRecord;
import fanout.record.JvmWorkRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One fork of a sample run: its scores fall during warm-up, and then vary by half a percent. */
final class SampleFork {
    static final int WARMUPS = 10;
    static final int MEASURED = 4;

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

    /** @param jvm what the manifest says of its JVM */
    void write(RunFiles files, int round, int attempt, JvmRecord jvm) {
        double[] measured = Arrays.copyOfRange(scores, WARMUPS, scores.length);
        String version = jvm.version();
        Entry entry = entry(measured)
                .with("jdkVersion", version.replaceFirst("[+].*", ""))
                .with("vmName", jvm.vm().replace(" " + version, ""))
                .with("vmVersion", version)
                .with("jvmArgs", jvm.flags());
        ForkRecord record = record(round, attempt, files.nextFile());
        if (arm.latencies()) {
            SampleLatencies latencies =
                    SampleLatencies.of(DoubleStream.of(measured).average().orElseThrow(), arm.delayFloor(), random);
            latencies.addTo(entry, measured);
            files.fork(record, entry).sibling(FileNames.HISTOGRAMS, latencies.log(turn(WARMUPS), end()));
        } else {
            files.fork(record, entry);
        }
        files.sibling(FileNames.ITERATIONS, turns());
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
        entry.secondaryOfOneFork(
                "client.cpu",
                "us/request",
                random.doubles(MEASURED, 0.98 * cpu, 1.02 * cpu).toArray());
        entry.secondaryOfOneFork("server.connections", "connections", same(connections));
        entry.secondaryOfOneFork("server.peakInFlight", "requests", same(40));
        entry.secondaryOfOneFork("server.requests", "requests/op", same(1000));
        if (arm.delayFloor() > 0) {
            entry.secondaryOfOneFork("delayFloor", "ms/op", same(arm.delayFloor()));
        }
    }

    private static double[] same(double value) {
        return DoubleStream.generate(() -> value).limit(MEASURED).toArray();
    }

    private ForkRecord record(int round, int attempt, String file) {
        return new ForkRecord(
                round,
                arm.label(),
                arm.benchmark(),
                arm.mode(),
                new TreeMap<>(arm.params()),
                attempt,
                start.toString(),
                rounded(scores.length * cycleSeconds),
                rounded(2.5 + drift),
                rounded(Math.max(0, drift - 1) / 50),
                rounded(3.1 * drift),
                ForkRecord.OK,
                file,
                null);
    }

    private String turns() {
        List<IterationRecord> turns = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            turns.add(new IterationRecord(
                    i + 1,
                    i < WARMUPS,
                    turn(i).toString(),
                    rounded(1.1 + 0.02 * random.nextDouble()),
                    rounded(2.5 + random.nextDouble()),
                    i == 0 ? null : rounded(0.002 * random.nextDouble()),
                    rounded(3.1 * drift * (1 + 0.02 * random.nextGaussian())),
                    scores[i],
                    jvmWork(i)));
        }
        return new String(IterationRecord.toJson(turns), StandardCharsets.UTF_8);
    }

    /** The JIT comes to rest as the scores do. */
    private static JvmWorkRecord jvmWork(int iteration) {
        long compilationMillis = Math.round(900 * Math.exp(-iteration / 1.6));
        return new JvmWorkRecord(compilationMillis, 2 * compilationMillis, 3L, 12L);
    }

    private Instant turn(int iteration) {
        return start.plusMillis((long) (1000 * cycleSeconds * iteration));
    }

    private Instant end() {
        return turn(scores.length);
    }

    private static Double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
