package fanout.testing;

import fanout.client.Strategy;
import fanout.record.ArmRecord;
import fanout.record.JvmRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Folders of made-up runs, each written into a folder that is given, which is returned. The folder of one
 * name is the same, byte by byte, every time.
 */
public final class SampleRuns {
    private static final JvmRecord JDK_17 = SampleFacts.jvm("17", "17.0.15+6", "Debian", "G1");
    private static final JvmRecord JDK_21 = SampleFacts.jvm("21", "21.0.7+6-LTS", "Eclipse Adoptium", "G1");
    private static final JvmRecord JDK_25 = SampleFacts.jvm("25", "25.0.3+9-LTS", "Eclipse Adoptium", "G1");
    private static final JvmRecord ZGC_25 = SampleFacts.jvm("25-zgc", "25.0.3+9-LTS", "Eclipse Adoptium", "Z");
    private static final JvmRecord OTHER_25 = SampleFacts.jvm("25-parallel", "25.0.3+9", "Amazon.com Inc.", "Parallel");

    /** About as measured on two cores, in ms; a little apart, so that JVM against JVM has a verdict of each kind. */
    private static final Map<Strategy, Double> ON_17 = Map.of(
            Strategy.BLOCKING_THREAD_POOL, 15.1,
            Strategy.HTTP2_MULTIPLEXED, 10.6,
            Strategy.JDK_HTTP_CLIENT, 205.0,
            Strategy.SEMAPHORE_ASYNC, 11.5,
            Strategy.SOCKET_FLOOR, 6.75);

    private static final Map<Strategy, Double> ON_25 = Map.of(
            Strategy.BLOCKING_THREAD_POOL, 14.2,
            Strategy.HTTP2_MULTIPLEXED, 10.6,
            Strategy.JDK_HTTP_CLIENT, 44.7,
            Strategy.SEMAPHORE_ASYNC, 12.3,
            Strategy.SOCKET_FLOOR, 6.6,
            Strategy.VIRTUAL_THREADS, 13.1);

    /** The score of a strategy without a measured one. */
    private static final double UNKNOWN = 12;

    private SampleRuns() {}

    /** All of them, by name. */
    public static Map<String, UnaryOperator<Path>> all() {
        Map<String, UnaryOperator<Path>> all = new LinkedHashMap<>();
        all.put("typical", SampleRuns::typical);
        all.put("oneFork", SampleRuns::oneFork);
        all.put("oneJvm", SampleRuns::oneJvm);
        all.put("noLatency", SampleRuns::noLatency);
        all.put("sixJvms", SampleRuns::sixJvms);
        all.put("sixtyBenchmarks", SampleRuns::sixtyBenchmarks);
        all.put("foreignArms", SampleRuns::foreignArms);
        all.put("sweep", SampleRuns::sweep);
        all.put("failed", SampleRuns::failed);
        all.put("hostile", SampleRuns::hostile);
        return all;
    }

    /** Six strategies on two JVMs, one of which is too old for the sixth, in five rounds. */
    public static Path typical(Path folder) {
        return two(folder, 5, 1).arms(old(0)).arms(young("25", 1, 0)).write();
    }

    /** One fork of one benchmark. */
    public static Path oneFork(Path folder) {
        List<SampleArm> arms = young("25", 1, 0).subList(0, 1);
        return new SampleRun(folder, 1, 2).jvm(JDK_25).arms(arms).write();
    }

    /** Strategies on a single JVM, so that no JVMs can be compared. */
    public static Path oneJvm(Path folder) {
        return new SampleRun(folder, 5, 3).jvm(JDK_25).arms(young("25", 1, 0)).write();
    }

    /** As {@link #typical}, without the times of single requests. */
    public static Path noLatency(Path folder) {
        List<SampleArm> arms = Stream.of(old(0), young("25", 1, 0))
                .flatMap(List::stream)
                .map(SampleArm::withoutLatencies)
                .toList();
        return two(folder, 5, 4).arms(arms).write();
    }

    /** Five JVMs and a control, in three rounds. */
    public static Path sixJvms(Path folder) {
        return new SampleRun(folder, 3, 5, leftOut("17", "17-control"))
                .jvm(JDK_17)
                .jvm(SampleFacts.control(JDK_17))
                .jvm(JDK_21)
                .jvm(JDK_25)
                .jvm(ZGC_25)
                .jvm(OTHER_25)
                .arms(old(0))
                .arms(relabelled("17-control", old(0)))
                .arms(young("21", 1.06, 0))
                .arms(young("25", 1, 0))
                .arms(young("25-zgc", 1.12, 0))
                .arms(young("25-parallel", 0.96, 0))
                .write();
    }

    /** A suite that is not Fanout's, with times and rates: 60 benchmarks, two JVMs, three rounds. */
    public static Path sixtyBenchmarks(Path folder) {
        List<SampleArm> arms = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String name = "org.acme.codec.Json%02dBenchmark.%s"
                    .formatted(
                            i / 5,
                            List.of("encode", "decode", "skip", "validate", "encodeManyFields")
                                    .get(i % 5));
            String unit = i / 5 % 3 == 2 ? "ops/us" : "ms/op";
            Map<String, String> params = i / 5 % 2 == 0 ? Map.of() : Map.of("size", "1000", "shape", "flat");
            double level = 0.3 * Math.pow(1.15, i);
            arms.add(SampleArm.of("17", name, level).params(params).unit(unit));
            double change = 1 + 0.03 * (i % 7 - 3);
            arms.add(SampleArm.of("25", name, level * change).params(params).unit(unit));
        }
        return new SampleRun(folder, 3, 6).jvm(JDK_17).jvm(JDK_25).arms(arms).write();
    }

    /**
     * A suite that is not Fanout's, in its own jar: two builds of it on one JVM, and a control. Its classes are of two
     * modes; one class itself changed, and each build has a benchmark of its own.
     */
    public static Path foreignArms(Path folder) {
        JvmRecord base = SampleFacts.arm("base", JDK_21, suite("1.0", "2.17.0", "1a", "2a"));
        JvmRecord head = SampleFacts.arm("head", JDK_21, suite("1.1", "2.22.0", "1b", "2a"));
        SampleRun run = new SampleRun(folder, 5, 10)
                .jvm(base)
                .jvm(SampleFacts.control(base))
                .jvm(head);
        run.arms(codec("base", 1)).arms(codec("base-control", 1)).arms(codec("head", 0.9));
        run.arms(List.of(SampleArm.of("base", "com.acme.CodecBenchmark.legacy", 0.9)));
        return run.arms(List.of(SampleArm.of("head", "com.acme.CodecBenchmark.stream", 0.7)))
                .write();
    }

    private static ArmRecord suite(String version, String jackson, String codec, String table) {
        Map<String, String> classes = Map.of(
                "com.acme.CodecBenchmark", codec.repeat(32),
                "com.acme.TableBenchmark", table.repeat(32));
        return Arms.suite(
                "1.36",
                classes,
                Arms.file("benchmarks.jar", codec.repeat(32), "com.acme:codec:" + version, "com.acme:jmh:" + version),
                Arms.file(
                        "jackson-databind-" + jackson + ".jar",
                        ("0" + codec.charAt(1)).repeat(32),
                        "com.fasterxml.jackson.core:jackson-databind:" + jackson));
    }

    private static List<SampleArm> codec(String label, double factor) {
        Map<String, String> small = Map.of("size", "100", "charset", "UTF-8");
        Map<String, String> large = Map.of("size", "10000", "charset", "UTF-8");
        return List.of(
                SampleArm.of(label, "com.acme.CodecBenchmark.encode", 0.2 * factor)
                        .params(small),
                SampleArm.of(label, "com.acme.CodecBenchmark.encode", 19 * factor)
                        .params(large),
                SampleArm.of(label, "com.acme.CodecBenchmark.decode", 31).params(large),
                SampleArm.of(label, "com.acme.TableBenchmark.lookup", 12 / factor)
                        .unit("ops/us"),
                SampleArm.of(label, "com.acme.TableBenchmark.insert", 7).unit("ops/us"));
    }

    /** Servers that take 0, 1, 10 and 50 ms to answer; a batch takes at least 25 times that. */
    public static Path sweep(Path folder) {
        SampleRun run = two(folder, 3, 7);
        Stream.of(0, 1, 10, 50).forEach(delay -> run.arms(old(delay)).arms(young("25", 1, delay)));
        return run.write();
    }

    /** One fork fails once, and its round is measured again; another fails twice, and its arm is given up. */
    public static Path failed(Path folder) {
        List<SampleArm> old = old(0);
        List<SampleArm> young = young("25", 1, 0);
        return two(folder, 5, 8)
                .arms(old)
                .arms(young)
                .failsOnce(2, young.get(2))
                .failsForGood(4, old.get(3))
                .write();
    }

    /** Names that are scripts, tags, control characters or very long, and scores that are extreme or not numbers. */
    public static Path hostile(Path folder) {
        return HostileRun.write(folder);
    }

    private static SampleRun two(Path folder, int rounds, long seed) {
        return new SampleRun(folder, rounds, seed, leftOut("17")).jvm(JDK_17).jvm(JDK_25);
    }

    private static List<SampleArm> old(int delay) {
        return arms("17", levels(17, ON_17), 1, delay);
    }

    private static List<SampleArm> young(String label, double factor, int delay) {
        return arms(label, levels(25, ON_25), factor, delay);
    }

    /** Those of all strategies that a JDK has, by the names of their benchmarks. */
    private static Map<String, Double> levels(int jdk, Map<Strategy, Double> known) {
        Map<String, Double> levels = new TreeMap<>();
        Strategies.on(jdk).forEach(strategy -> levels.put(strategy.toString(), known.getOrDefault(strategy, UNKNOWN)));
        return levels;
    }

    /** The lines on the strategies that JDK 17 does not have, for each of its JVMs. */
    private static String[] leftOut(String... labels) {
        return Stream.of(labels)
                .flatMap(label -> Stream.of(Strategy.values())
                        .filter(strategy -> strategy.oldestJava() > 17)
                        .map(strategy -> label + " FanOutBenchmark." + strategy + " is left out: it needs Java "
                                + strategy.oldestJava() + ", and the JVM is 17"))
                .toArray(String[]::new);
    }

    private static List<SampleArm> arms(String label, Map<String, Double> levels, double factor, int delay) {
        return levels.entrySet().stream()
                .map(level -> SampleArm.fanOut(label, level.getKey(), level.getValue() * factor + 25 * delay, delay))
                .toList();
    }

    private static List<SampleArm> relabelled(String label, List<SampleArm> arms) {
        return arms.stream().map(arm -> arm.label(label)).toList();
    }
}
