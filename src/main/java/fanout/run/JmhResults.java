package fanout.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * Converts JMH's results to the content of files, and back. JMH's JSON of one fork can't be merged with that of another
 * without loss: it leaves out how a secondary metric is aggregated, and its histogram. So each fork's result is also
 * kept as JMH's own objects, in the form in which JMH sends them from a fork to its parent, and JMH itself writes the
 * JSON of several forks.
 *
 * <p>Tested by {@code fanout.run.MergedJsonTest} and {@code fanout.run.JsonForOtherToolsTest}.
 */
final class JmhResults {
    private JmhResults() {}

    /**
     * The same result with this label instead of the path of its JVM. The path is that of one machine, and can contain
     * a user's name.
     */
    static BenchmarkResult labelled(BenchmarkResult fork, String label) {
        BenchmarkParams params = params(fork.getParams(), label, 1);
        List<IterationResult> iterations = new ArrayList<>();
        for (IterationResult iteration : fork.getIterationResults()) {
            IterationResult copy = new IterationResult(params, iteration.getParams(), iteration.getMetadata());
            copy.addResults(iteration.getRawPrimaryResults());
            copy.addResults(iteration.getRawSecondaryResults().values());
            iterations.add(copy);
        }
        BenchmarkResult labelled = new BenchmarkResult(params, iterations, fork.getMetadata());
        fork.getBenchmarkResults().values().forEach(labelled::addBenchmarkResult);
        return labelled;
    }

    private static BenchmarkParams params(BenchmarkParams from, String jvm, int forks) {
        WorkloadParams workload = new WorkloadParams();
        from.getParamsKeys().forEach(name -> workload.put(name, from.getParam(name), 0));
        return new BenchmarkParams(
                from.getBenchmark(),
                from.generatedBenchmark(),
                from.shouldSynchIterations(),
                from.getThreads(),
                from.getThreadGroups(),
                from.getThreadGroupLabels(),
                forks,
                from.getWarmupForks(),
                from.getWarmup(),
                from.getMeasurement(),
                from.getMode(),
                workload,
                from.getTimeUnit(),
                from.getOpsPerInvocation(),
                jvm,
                from.getJvmArgs(),
                from.getJdkVersion(),
                from.getVmName(),
                from.getVmVersion(),
                from.getJmhVersion(),
                from.getTimeout());
    }

    /** JMH JSON of these forks: one entry for each benchmark, mode and parameters, as if JMH had run them all. */
    static byte[] json(Collection<BenchmarkResult> forks) {
        TreeMap<String, List<BenchmarkResult>> benchmarks = new TreeMap<>();
        forks.forEach(fork -> benchmarks
                .computeIfAbsent(sortKey(fork.getParams()), key -> new ArrayList<>())
                .add(fork));
        List<RunResult> results = benchmarks.values().stream()
                .map(each -> {
                    BenchmarkParams one = each.get(0).getParams();
                    return new RunResult(params(one, one.getJvm(), each.size()), each);
                })
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(results);
        }
        return bytes.toByteArray();
    }

    /**
     * Sorts by benchmark, mode and parameters, and numbers by value. The order on the command line is not known here.
     */
    private static String sortKey(BenchmarkParams params) {
        return params.getBenchmark() + " " + params.getMode().ordinal()
                + params.getParamsKeys().stream()
                        .sorted()
                        .map(name -> " " + name + "=" + padded(params.getParam(name)))
                        .collect(Collectors.joining());
    }

    private static String padded(String value) {
        return value.matches("\\d{1,9}") ? String.format(Locale.ROOT, "%09d", Integer.parseInt(value)) : value;
    }
}
