package fanout.testing;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.record.ArmRecord;
import fanout.record.CpuPins;
import fanout.record.Finding;
import fanout.record.Host;
import fanout.record.JvmRecord;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.record.Severity;
import fanout.run.ForkOrder;
import fanout.run.IterationOptions;
import fanout.run.JmhFlags;
import fanout.run.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a manifest, its forks excepted: those of the run, and of JVMs. The machine is made up. */
final class SampleFacts {
    private static final long GIB = 1L << 30;
    private static final List<String> FLAGS = List.of("-Xms1g", "-Xmx1g");
    private static final Host HOST = new Host(
            "bench1", "Acme Processor 8 at 3.00GHz", 8, 32 * GIB, "6.12.1", "Debian GNU/Linux 13 (trixie)", "KVM");
    private static final List<MachineCheck> MACHINE = List.of(new MachineCheck(
            "2026-11-23T14:59:58Z",
            List.of(
                    new Finding(
                            "governor",
                            Severity.WARNING,
                            "powersave",
                            "the clock rate follows the load, late",
                            "echo performance | sudo tee /sys/devices/system/cpu/cpufreq/policy*/scaling_governor"),
                    new Finding("SMT", Severity.NOTE, "on", "two logical cores share a real one", ""),
                    Finding.unknown("turbo", "not visible here"),
                    Finding.ok("steal", "0.0 % now, 0.0 % since the start"))));
    private static final Project PROJECT =
            new Project("1.0.0", "0123456789abcdef0123456789abcdef01234567", false, "ab".repeat(32));
    private static final Map<String, String> DEPENDENCIES = Map.of(
            "io.undertow:undertow-core", "2.4.4.Final",
            "org.apache.httpcomponents.client5:httpclient5", "5.6.5",
            "org.openjdk.jmh:jmh-core", "1.37");

    private SampleFacts() {}

    /** A run without JVMs and forks. */
    static Manifest run(int rounds, long seed, List<String> leftOut) {
        return new Manifest(
                Manifest.SCHEMA,
                "run --jvm 17=/opt/jdk-17 --jvm 25=/opt/jdk-25 --rounds " + rounds + " --seed " + seed,
                seed,
                PROJECT,
                new TreeMap<>(DEPENDENCIES),
                HOST,
                List.of(),
                ForkOrder.TURNS.toString(),
                true,
                null,
                settings(rounds, seed),
                leftOut,
                MACHINE,
                null,
                null,
                List.of());
    }

    static JsonNode settings(int rounds, long seed) {
        IterationOptions iterations = new IterationOptions(SampleFork.WARMUPS, null, SampleFork.MEASURED, null);
        return new RunSettings(
                        List.of(),
                        Map.of(),
                        rounds,
                        null,
                        null,
                        ForkOrder.TURNS,
                        12,
                        false,
                        seed,
                        iterations,
                        IterationOptions.OF_THE_BENCHMARK,
                        "",
                        false,
                        CpuPins.NONE,
                        List.of(),
                        JmhFlags.NONE,
                        List.of())
                .toJson();
    }

    static JvmRecord jvm(String label, String version, String vendor, String gc) {
        String vm = "OpenJDK 64-Bit Server VM " + version;
        String home = "/opt/jdk-" + version.replaceFirst("\\D.*", "");
        return new JvmRecord(label, false, version, vendor, vm, gc, GIB, FLAGS, home, null);
    }

    /** The same JVM, started with this. */
    static JvmRecord arm(String label, JvmRecord jvm, ArmRecord arm) {
        return new JvmRecord(
                label,
                jvm.control(),
                jvm.version(),
                jvm.vendor(),
                jvm.vm(),
                jvm.gc(),
                jvm.maxHeapBytes(),
                jvm.flags(),
                jvm.home(),
                arm);
    }

    /** The same JVM once more. */
    static JvmRecord control(JvmRecord jvm) {
        return new JvmRecord(
                jvm.label() + "-control",
                true,
                jvm.version(),
                jvm.vendor(),
                jvm.vm(),
                jvm.gc(),
                jvm.maxHeapBytes(),
                jvm.flags(),
                jvm.home(),
                jvm.arm());
    }
}
