package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.record.ArmRecord;
import fanout.record.Host;
import fanout.record.JvmRecord;
import fanout.results.JmhJson;
import fanout.results.RecordedArm;
import fanout.results.ResultSet;
import fanout.results.UnreadableResultsException;
import fanout.testing.Arms;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Comparisons to render. */
final class ReportFixture {
    private static final String JACKSON = "com.fasterxml.jackson.core:jackson-databind";

    private static final Host MACHINE = new Host("bench1", "A CPU", 8, 1L << 34, "6.1", "Debian", "KVM");

    private ReportFixture() {}

    /** All four verdicts, a secondary metric, warnings, and benchmarks that only one side has. */
    static Comparison everything() {
        ResultSet baseline = resultSet(
                "jdk17",
                "17.0.15",
                bench("decode", 12, 10, 1).secondary("gc.alloc.rate.norm", "B/op", Entry.forks(5, 4096, 9)),
                bench("encode", 12, 2000, 2),
                bench("encode", 800, 70, 3),
                bench("print", 12, 1, 4).with("mode", "thrpt").unit("ops/us"),
                bench("seek", 12, 0.00002, 5).with("warmupTime", "10 s"),
                bench("old", 12, 3, 6));
        ResultSet candidate = resultSet(
                "jdk25",
                "25.0.1",
                bench("decode", 12, 12, 11).secondary("gc.alloc.rate.norm", "B/op", Entry.forks(5, 3072, 19)),
                bench("encode", 12, 1500, 12).with("jvmArgs", List.of("-Xmx1g")),
                bench("encode", 800, 70, 13),
                new Entry("com.example.text.JsonBench.print", Entry.forks(2, 1, 14))
                        .with("params", Map.of("size", "12", "charset", "UTF-8"))
                        .with("mode", "thrpt")
                        .unit("ops/us"),
                bench("seek", 12, 0.00002, 15),
                bench("fresh", 12, 3, 16));
        return compared(baseline, candidate);
    }

    private static Entry bench(String method, int size, double level, long seed) {
        return new Entry("com.example.text.JsonBench." + method, Entry.forks(5, level, seed))
                .with("params", Map.of("size", "" + size, "charset", "UTF-8"));
    }

    /** One benchmark of this name, with a parameter of that length. */
    static Comparison longNamed(String name) {
        ResultSet[] resultSets = new ResultSet[2];
        for (int i = 0; i < resultSets.length; i++) {
            Entry entry = new Entry("a.Bench." + name, Entry.forks(5, 10 + 2 * i, i)).with("params", Map.of("p", name));
            resultSets[i] = resultSet("arm" + i, "17", entry, new Entry("a.Bench.b", Entry.forks(4, 5, i)));
        }
        return compared(resultSets[0], resultSets[1]);
    }

    /** One benchmark whose every text is this, a JVM's name and arguments among them. */
    static Comparison named(String text) {
        ResultSet[] resultSets = new ResultSet[2];
        for (int i = 0; i < resultSets.length; i++) {
            Entry entry = new Entry("a.Bench." + text, Entry.forks(5, 10 + 2 * i, i))
                    .with("params", Map.of(text, text))
                    .with("vmName", text)
                    .with("jvmArgs", List.of(text + i))
                    .unit(text + "/op")
                    .secondary(text, text, Entry.forks(5, 1, i));
            Entry only = new Entry("a.Bench.only" + i + text, Entry.forks(5, 1, i));
            ArmRecord arm = new ArmRecord(
                    List.of(text + i),
                    List.of(Arms.file(text, text + i, text + ":" + i, text)),
                    text + i,
                    new TreeMap<>(Map.of(("a.Bench." + text).replaceFirst("\\.[^.]*$", ""), text + i)));
            resultSets[i] = started(resultSet(text + i, text, entry, only), text + i, arm);
        }
        return compared(resultSets[0], resultSets[1]);
    }

    /** One benchmark of two arms of the same JVM. */
    static Comparison arms(ArmRecord base, ArmRecord head) {
        return compared(arm("base", "25", base, "encode"), arm("head", "25", head, "encode"));
    }

    /**
     * Of two arms: JVM, options, JMH, libraries, files and a benchmark itself differ, and each has a benchmark of its
     * own.
     */
    static Comparison differingArms() {
        ArmRecord base = new ArmRecord(
                List.of("-Xmx1g", "-XX:+UseG1GC"),
                List.of(
                        Arms.file("suite.jar", "1a".repeat(32), "com.acme:suite:1.0", "com.acme:core:1.0"),
                        Arms.file("jackson-databind-2.17.0.jar", "2a".repeat(32), JACKSON + ":2.17.0"),
                        Arms.file("notes.jar", "3a".repeat(32))),
                "1.36",
                new TreeMap<>(Map.of("com.acme.Codec", "4a".repeat(32))));
        ArmRecord head = new ArmRecord(
                List.of("-XX:+UseZGC", "-Xmx1g"),
                List.of(
                        Arms.file("suite.jar", "1b".repeat(32), "com.acme:suite:1.1", "com.acme:core:1.0"),
                        Arms.file("jackson-databind-2.22.0.jar", "2b".repeat(32), JACKSON + ":2.22.0"),
                        Arms.file("renamed.jar", "3a".repeat(32)),
                        Arms.file("more.jar", "3b".repeat(32))),
                "1.37",
                new TreeMap<>(Map.of("com.acme.Codec", "4b".repeat(32))));
        return compared(
                arm("base", "21.0.7+6", base, "encode", "decode", "old"),
                arm("head", "25.0.3+9", head, "encode", "decode", "fresh"));
    }

    private static ResultSet arm(String label, String version, ArmRecord arm, String... methods) {
        Entry[] entries = Stream.of(methods)
                .map(method -> new Entry("com.acme.Codec." + method, Entry.forks(5, 10, (label + method).hashCode())))
                .toArray(Entry[]::new);
        return started(resultSet(label, version, entries), version, arm);
    }

    private static ResultSet started(ResultSet measured, String version, ArmRecord arm) {
        JvmRecord jvm = new JvmRecord(measured.name(), false, version, "Acme", "VM", "", 0, null, "/opt/jdk", arm);
        RecordedArm recorded = new RecordedArm(jvm, null, new TreeMap<>(), "");
        return new ResultSet(measured.name(), List.of(MACHINE), false, recorded, measured.benchmarks());
    }

    private static Comparison compared(ResultSet baseline, ResultSet candidate) {
        return new Comparisons(Criteria.DEFAULT, false, Pattern.compile("")).byJvm(baseline, List.of(candidate));
    }

    private static ResultSet resultSet(String name, String jdk, Entry... entries) {
        for (Entry entry : entries) {
            entry.with("jdkVersion", jdk);
        }
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        try {
            return ResultSet.of(name, null, false, JmhJson.read(new ByteArrayInputStream(json), name));
        } catch (IOException | UnreadableResultsException e) {
            throw new AssertionError(e);
        }
    }
}
