package fanout.cli;

import fanout.benchmark.MetricsProfiler;
import fanout.run.RunSettings;
import fanout.server.RemoteServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The arguments of the JVMs that a run starts. */
final class ForkArguments {
    private ForkArguments() {}

    /** Those that every fork of a new run is started with, on every JVM, before the benchmark's own. */
    static List<String> ofEveryBenchmark() {
        List<String> arguments = new ArrayList<>(List.of(JmhMode.QUIET_UNSAFE));
        String allowed = System.getProperty(RemoteServer.ALLOW_REMOTE);
        if (allowed != null) {
            arguments.add("-D" + RemoteServer.ALLOW_REMOTE + "=" + allowed);
        }
        if (!MetricsProfiler.areOn()) {
            arguments.add(MetricsProfiler.OFF_ARGUMENT);
        }
        return arguments;
    }

    /** Those of the settings, and those that the annotations of the benchmarks append. */
    static List<String> of(RunSettings settings, Collection<BenchmarkListEntry> benchmarks) {
        Set<String> arguments = new LinkedHashSet<>(settings.jvmArgs());
        benchmarks.stream()
                .map(benchmark -> benchmark.getJvmArgsAppend().orElse(List.<String>of()))
                .forEach((Collection<String> appended) -> arguments.addAll(appended));
        return List.copyOf(arguments);
    }
}
