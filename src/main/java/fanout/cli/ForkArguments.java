package fanout.cli;

import fanout.benchmark.AnswerTimeout;
import fanout.benchmark.MetricsProfiler;
import fanout.benchmark.Slowdown;
import fanout.client.SocketFloor;
import fanout.run.RunSettings;
import fanout.server.RemoteServer;
import fanout.server.ServerIoThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The arguments of the JVMs that a run starts.
 *
 * <p>Tested by {@code fanout.cli.ForkArgumentsTest}.
 */
final class ForkArguments {
    /**
     * What the forks read, and what may be given to the JVM of the run for all of them. The options of an arm come
     * later, so they win.
     */
    private static final List<String> PROPERTIES = List.of(
            RemoteServer.ALLOW_REMOTE,
            ServerIoThreads.PROPERTY,
            AnswerTimeout.PROPERTY,
            SocketFloor.SELECTORS,
            Slowdown.PROPERTY);

    private ForkArguments() {}

    /** Those that every fork of a new run is started with, on every JVM, before the benchmark's own. */
    static List<String> ofEveryBenchmark() {
        List<String> arguments = new ArrayList<>(List.of(JmhMode.QUIET_UNSAFE));
        arguments.addAll(ofThisJvm());
        if (!MetricsProfiler.areOn()) {
            arguments.add(MetricsProfiler.OFF_ARGUMENT);
        }
        return arguments;
    }

    /** The properties that were given to this JVM for the forks. */
    static List<String> ofThisJvm() {
        return PROPERTIES.stream()
                .filter(property -> System.getProperty(property) != null)
                .map(property -> "-D" + property + "=" + System.getProperty(property))
                .toList();
    }

    /** Whether it is one of {@link #ofEveryBenchmark}, whatever the value of its property. */
    static boolean isOfEveryBenchmark(String argument) {
        return argument.equals(JmhMode.QUIET_UNSAFE)
                || argument.equals(MetricsProfiler.OFF_ARGUMENT)
                || PROPERTIES.stream().anyMatch(property -> argument.startsWith("-D" + property + "="));
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
