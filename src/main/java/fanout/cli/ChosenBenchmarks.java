package fanout.cli;

import fanout.benchmark.Metrics;
import fanout.run.Iterations;
import fanout.run.RunSettings;
import fanout.server.RemoteServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * The benchmarks that a run measures, and their parameters.
 *
 * @param selected in JMH's order
 * @param measurable what of them is measured
 */
record ChosenBenchmarks(Set<BenchmarkListEntry> selected, Measurable measurable) {
    /** What a fork takes beside its iterations, and an iteration beside its time. */
    private static final double FORK_SECONDS = 2;

    private static final double ITERATION_SECONDS = 0.15;

    /** Finds and checks them, in the words of JMH's own command line. */
    static ChosenBenchmarks of(RunSettings settings, Preflight preflight) throws UsageException {
        List<String> args = new ArrayList<>();
        settings.params().forEach((name, values) -> args.addAll(List.of("-p", name + "=" + String.join(",", values))));
        args.addAll(settings.benchmarks());
        String[] words = args.toArray(String[]::new);
        try {
            CommandLineOptions options = new CommandLineOptions(words);
            SelectedBenchmarks.requirePatterns(options);
            Set<BenchmarkListEntry> selected = SelectedBenchmarks.of(options);
            Map<String, List<String>> params = GivenParameters.check(words, options, selected);
            preflight.check(params);
            return new ChosenBenchmarks(selected, Measurable.of(selected, params));
        } catch (CommandLineOptionException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /**
     * The parameters of the flags: {@code -p}, and {@code --server}, which is one of them by another name.
     *
     * @throws IllegalArgumentException if one is not {@code NAME=VALUE}, or given twice
     */
    static Map<String, List<String>> params(RunOptions given) {
        Map<String, List<String>> params = new TreeMap<>();
        for (String flag : given.params) {
            int equals = flag.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("-p " + flag + ": must be NAME=VALUE[,VALUE]...");
            }
            List<String> values = List.of(flag.substring(equals + 1).split(",", -1));
            put(params, flag.substring(0, equals), values);
        }
        if (given.server != null) {
            put(params, "server", List.of(given.server.toString()));
        }
        if (given.serverJvm != null && !params.getOrDefault("server", List.of()).contains("forked")) {
            throw new IllegalArgumentException("--server-jvm " + given.serverJvm + ": needs --server forked");
        }
        return params;
    }

    private static void put(Map<String, List<String>> params, String name, List<String> values) {
        if (values.contains("")) {
            throw new IllegalArgumentException("-p " + name + ": a value is missing");
        }
        if (params.put(name, List.copyOf(new LinkedHashSet<>(values))) != null) {
            throw new IllegalArgumentException(name + " is given twice");
        }
    }

    /** What the forks are started with, on every JVM, before the benchmark's own. */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(JmhMode.QUIET_UNSAFE));
        String allowed = System.getProperty(RemoteServer.ALLOW_REMOTE);
        if (allowed != null) {
            arguments.add("-D" + RemoteServer.ALLOW_REMOTE + "=" + allowed);
        }
        if (!Metrics.areOn()) {
            arguments.add(Metrics.OFF_ARGUMENT);
        }
        return arguments;
    }

    /** The arguments of the forks, those of the benchmarks' annotations included. */
    List<String> flags(RunSettings settings) {
        Set<String> flags = new LinkedHashSet<>(settings.jvmArgs());
        selected.stream()
                .map(benchmark -> benchmark.getJvmArgsAppend().orElse(List.<String>of()))
                .forEach((Collection<String> appended) -> flags.addAll(appended));
        return List.copyOf(flags);
    }

    /** How long a fork takes, on average over the benchmarks, as its iterations say. */
    double secondsPerFork(RunSettings settings) {
        return selected.stream()
                .mapToDouble(benchmark -> seconds(benchmark, settings.iterationsOf(benchmark.getMode())))
                .average()
                .orElse(0);
    }

    private static double seconds(BenchmarkListEntry benchmark, Iterations iterations) {
        return FORK_SECONDS + warmup(benchmark, iterations) + measurement(benchmark, iterations);
    }

    private static double warmup(BenchmarkListEntry benchmark, Iterations iterations) {
        int count = iterations.warmupCount() != null
                ? iterations.warmupCount()
                : benchmark.getWarmupIterations().orElse(0);
        return count * seconds(iterations.warmupTime(), benchmark.getWarmupTime());
    }

    private static double measurement(BenchmarkListEntry benchmark, Iterations iterations) {
        int count = iterations.measurementCount() != null
                ? iterations.measurementCount()
                : benchmark.getMeasurementIterations().orElse(1);
        return count * seconds(iterations.measurementTime(), benchmark.getMeasurementTime());
    }

    private static double seconds(String given, Optional<TimeValue> own) {
        TimeValue time = given != null ? TimeValue.valueOf(given) : own.orElse(TimeValue.NONE);
        return ITERATION_SECONDS + time.convertTo(TimeUnit.MILLISECONDS) / 1e3;
    }
}
