package fanout.testing;

import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import fanout.record.Finding;
import fanout.record.Host;
import fanout.record.JvmRecord;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.record.RoundRecord;
import fanout.record.ServerRecord;
import fanout.record.Severity;
import fanout.record.WarmUpRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run in which every text is an attempt at an injection, and scores are extreme or not numbers. */
final class HostileRun {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String IMAGE = "\"><img src=x onerror=alert(1)>";
    private static final String QUOTED = "' onmouseover='alert(1)' x=\"`${alert(1)}`";
    private static final String ENDS = "</style></script><!-- ]]> --> &amp;&lt;b&gt; & {{x}} %s $1 \\u003c";
    private static final String CONTROL = "a\u0000b\u001b[31mc\u0007\u009b2J\r\nd\te\u2028f\u2029g";
    private static final String BIDI = "\u202eDESREVER\u202c \u2066isolated \u200b\ufeff\u0301\u0301\u0301";
    private static final String ENDLESS = "W".repeat(300);

    /** All of them at once. */
    private static final String ALL = String.join(" ", SCRIPT, IMAGE, QUOTED, ENDS, CONTROL, BIDI, ENDLESS);

    private static final List<String> LABELS = List.of(SCRIPT, IMAGE, ENDS + CONTROL + BIDI + ENDLESS);

    private HostileRun() {}

    static Path write(Path folder) {
        SampleRun run = new SampleRun(folder, 3, 9, facts());
        LABELS.forEach(label -> run.jvm(jvm(label)));
        LABELS.forEach(label -> run.arms(arms(label)));
        SampleArm fails = arms(LABELS.get(1)).get(0);
        return run.failing(ALL).failsOnce(1, fails).failsForGood(3, fails).write();
    }

    private static Manifest facts() {
        return new Manifest(
                Manifest.SCHEMA,
                ALL,
                9L,
                new Project(ALL, SCRIPT, true, IMAGE),
                new TreeMap<>(Map.of(ALL, SCRIPT, IMAGE, ENDS)),
                new Host(ALL, IMAGE, -1, Long.MAX_VALUE, SCRIPT, ENDLESS, CONTROL + BIDI),
                List.of(),
                "turns",
                true,
                new ServerRecord(List.of(ALL, ServerRecord.FORKED, SCRIPT), IMAGE, ENDS, ENDLESS, null),
                SampleFacts.settings(3, 9),
                List.of(ALL, SCRIPT, ENDLESS),
                List.of(new MachineCheck(
                        ALL,
                        List.of(
                                new Finding(SCRIPT, Severity.WARNING, ALL, IMAGE, ENDS),
                                new Finding(ENDLESS, Severity.NOTE, CONTROL + BIDI, QUOTED, ENDLESS)))),
                List.of(new WarmUpRecord(ALL, SCRIPT, new TreeMap<>(Map.of(ALL, IMAGE)), -1, Integer.MIN_VALUE)),
                List.of(new RoundRecord(-1, Double.MAX_VALUE, Integer.MAX_VALUE)),
                List.of());
    }

    private static JvmRecord jvm(String label) {
        return new JvmRecord(label, false, SCRIPT, ALL, ENDS, IMAGE, -1, List.of(ALL, SCRIPT), IMAGE, arm(label));
    }

    /** Of each arm another one. */
    private static ArmRecord arm(String label) {
        ClassPathEntry file = new ClassPathEntry(SCRIPT + label, label + ALL, List.of(IMAGE, ALL, ":", label));
        SortedMap<String, String> classes = new TreeMap<>(Map.of("a.Score", label, SCRIPT, label));
        return new ArmRecord(List.of(ALL, label), List.of(file), ENDS, classes);
    }

    /** Some that can be judged, with the times of requests, and some whose scores are the worst there are. */
    private static List<SampleArm> arms(String label) {
        Map<String, String> params = Map.of(SCRIPT, IMAGE, IMAGE, ENDS, "requests", ALL, "x", ENDLESS, "", "");
        return List.of(
                SampleArm.fanOut(label, SCRIPT, 12, 0),
                SampleArm.fanOut(label, "params", 13, 0).params(params),
                SampleArm.fanOut(label, BIDI + CONTROL, 14, 0),
                SampleArm.of(label, IMAGE, 15).unit(SCRIPT),
                SampleArm.of(label, "{{x}}." + ENDS, 16).unit("ops/" + IMAGE),
                SampleArm.of(label, ENDLESS + "." + ENDLESS + "." + ENDLESS, 17),
                SampleArm.of(label, "a.Score.nan", Double.NaN),
                SampleArm.of(label, "a.Score.infinite", Double.POSITIVE_INFINITY),
                SampleArm.of(label, "a.Score.zero", 0),
                SampleArm.of(label, "a.Score.huge", 1e300),
                SampleArm.of(label, "a.Score.tiny", 1e-300),
                SampleArm.of(label, "a.Score.negative", -5));
    }
}
