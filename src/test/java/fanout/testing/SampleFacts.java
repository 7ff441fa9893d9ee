package fanout.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a manifest, its forks excepted: those of the run, and of JVMs. The machine is made up. */
final class SampleFacts {
    private static final long GIB = 1L << 30;
    private static final List<String> FLAGS = List.of("-Xms1g", "-Xmx1g");

    private SampleFacts() {}

    static Map<String, Object> run(int rounds, long seed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", "run --jvm 17=/opt/jdk-17 --jvm 25=/opt/jdk-25 --rounds " + rounds + " --seed " + seed);
        facts.put("seed", seed);
        facts.put("project", project());
        facts.put("dependencies", dependencies());
        facts.put("host", host());
        facts.put("order", "turns");
        facts.put("settings", settings(rounds, seed));
        facts.put("leftOut", List.of());
        return facts;
    }

    private static Map<String, Object> project() {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("version", "1.0.0");
        project.put("commit", "0123456789abcdef0123456789abcdef01234567");
        project.put("dirty", false);
        project.put("jarSha256", "ab".repeat(32));
        return project;
    }

    private static Map<String, String> dependencies() {
        Map<String, String> dependencies = new LinkedHashMap<>();
        dependencies.put("io.undertow:undertow-core", "2.4.4.Final");
        dependencies.put("org.apache.httpcomponents.client5:httpclient5", "5.6.5");
        dependencies.put("org.openjdk.jmh:jmh-core", "1.37");
        return dependencies;
    }

    private static Map<String, Object> host() {
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("name", "bench1");
        host.put("cpu", "Acme Processor 8 at 3.00GHz");
        host.put("cores", 8);
        host.put("memoryBytes", 32 * GIB);
        host.put("kernel", "6.12.1");
        host.put("os", "Debian GNU/Linux 13 (trixie)");
        host.put("hypervisor", "KVM");
        return host;
    }

    private static Map<String, Object> settings(int rounds, long seed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("benchmarks", List.of());
        settings.put("params", Map.of());
        settings.put("rounds", rounds);
        settings.put("order", "turns");
        settings.put("alive", 12);
        settings.put("control", false);
        settings.put("seed", seed);
        Map<String, Integer> iterations = new LinkedHashMap<>();
        iterations.put("warmupCount", SampleFork.WARMUPS);
        iterations.put("measurementCount", SampleFork.MEASURED);
        settings.put("iterations", iterations);
        settings.put("shorter", Map.of());
        settings.put("serverJvm", "");
        settings.put("jvmArgs", List.of());
        return settings;
    }

    static Map<String, Object> jvm(String version, String vendor, String gc) {
        Map<String, Object> jvm = new LinkedHashMap<>();
        jvm.put("control", false);
        jvm.put("version", version);
        jvm.put("vendor", vendor);
        jvm.put("vm", "OpenJDK 64-Bit Server VM " + version);
        jvm.put("gc", gc);
        jvm.put("maxHeapBytes", GIB);
        jvm.put("flags", FLAGS);
        jvm.put("home", "/opt/jdk-" + version.replaceFirst("\\D.*", ""));
        return jvm;
    }

    /** The same JVM once more. */
    static Map<String, Object> control(Map<String, Object> jvm) {
        Map<String, Object> control = new LinkedHashMap<>(jvm);
        control.put("control", true);
        return control;
    }
}
