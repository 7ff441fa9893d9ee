package fanout.cli;

import fanout.benchmark.MetricsProfiler;
import fanout.run.RunSettings;
import fanout.server.RemoteServer;
import fanout.server.ServerIoThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        String ioThreads = System.getProperty(ServerIoThreads.PROPERTY);
        if (ioThreads != null) {
            arguments.add("-D" + ServerIoThreads.PROPERTY + "=" + ioThreads);
        }
        if (!MetricsProfiler.areOn()) {
            arguments.add(MetricsProfiler.OFF_ARGUMENT);
        }
        return arguments;
    }

    /** Those of the settings, and those that the annotations of all of these benchmarks add. */
    static List<String> of(RunSettings settings, Collection<BenchmarkListEntry> benchmarks) {
        List<String> arguments = new ArrayList<>();
        boolean first = true;
        for (BenchmarkListEntry benchmark : benchmarks) {
            List<String> own = of(benchmark, settings.jmh().jvmArgs());
            if (first) {
                arguments.addAll(own);
            } else {
                arguments.retainAll(own);
            }
            first = false;
        }
        arguments.addAll(0, settings.jvmArgs());
        return List.copyOf(arguments);
    }

    private static List<String> of(BenchmarkListEntry benchmark, List<String> instead) {
        List<String> arguments = new ArrayList<>(benchmark.getJvmArgsPrepend().orElse(List.of()));
        arguments.addAll(instead == null ? benchmark.getJvmArgs().orElse(List.of()) : instead);
        arguments.addAll(benchmark.getJvmArgsAppend().orElse(List.of()));
        return arguments;
    }
}
