package fanout.cli;

import fanout.benchmark.Availability;
import fanout.benchmark.BatchBenchmark;
import fanout.benchmark.LeftOut;
import fanout.benchmark.NeededJava;
import fanout.benchmark.YourClient;
import fanout.client.RegisteredClients;
import fanout.run.Cell;
import fanout.run.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * What of the selected benchmarks can be measured as asked for, and what is left out.
 *
 * @param selected in JMH's order
 * @param params what was given, but the names of registered clients for what stands for them
 * @param availability of each benchmark
 */
record Measurable(Set<BenchmarkListEntry> selected, Map<String, List<String>> params, Availability availability) {
    /**
     * Looks for the clients on the class path, if one is asked for.
     *
     * @throws IllegalArgumentException if a registered client can't be used, or one that is asked for is not registered
     */
    static Measurable of(Set<BenchmarkListEntry> selected, Map<String, List<String>> given) {
        Map<String, List<String>> params = new TreeMap<>(given);
        RegisteredClients clients = new RegisteredClients(new TreeMap<>());
        if (selected.stream().anyMatch(Measurable::isOfYourClient)) {
            clients = RegisteredClients.find();
            List<String> names = clients.names(given.getOrDefault(YourClient.PARAM, List.of(RegisteredClients.ALL)));
            if (!names.isEmpty()) {
                params.put(YourClient.PARAM, names);
            }
        }
        return new Measurable(selected, params, new Availability(clients, new Http2Probe()));
    }

    private static boolean isOfYourClient(BenchmarkListEntry benchmark) {
        String ours = BatchBenchmark.class.getPackageName() + ".";
        return benchmark.getUsername().startsWith(ours)
                && benchmark.getParams().orElse(Map.of()).containsKey(YourClient.PARAM);
    }

    /** The benchmarks that one JVM can't measure with all of the parameters' values, in their order. */
    List<LeftOut> leftOut(MeasuredJvm jvm) {
        return selected.stream().flatMap(benchmark -> leftOut(benchmark, jvm)).toList();
    }

    private Stream<LeftOut> leftOut(BenchmarkListEntry benchmark, MeasuredJvm jvm) {
        String name = benchmark.getUsername();
        int needed = NeededJava.of(name);
        if (jvm.feature() < needed) {
            return Stream.of(
                    new LeftOut(name, "it needs Java " + needed + ", and " + jvm.java() + " is " + jvm.feature()));
        }
        Map<String, List<String>> values = new TreeMap<>();
        benchmark
                .getParams()
                .orElse(Map.of())
                .forEach((param, defaults) -> values.put(param, params.getOrDefault(param, List.of(defaults))));
        return availability.obstacle(name, values).map(reason -> new LeftOut(name, reason)).stream();
    }

    /** Each benchmark under each combination of the parameters' values that it can be measured with. */
    List<Cell> cells() {
        return Cells.of(selected, params).stream()
                .filter(cell -> leftOut(cell).isEmpty())
                .toList();
    }

    /** Those that it can't be measured with, one for each reason. */
    List<LeftOut> leftOutCells() {
        Map<String, LeftOut> byReason = new TreeMap<>();
        Cells.of(selected, params).stream()
                .flatMap(cell -> leftOut(cell).stream())
                .forEach(leftOut -> byReason.putIfAbsent(leftOut.toString(), leftOut));
        return new ArrayList<>(byReason.values());
    }

    private List<LeftOut> leftOut(Cell cell) {
        Map<String, List<String>> values = cell.params().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, param -> List.of(param.getValue())));
        return availability
                .obstacle(cell.benchmark(), values)
                .map(reason -> new LeftOut(cell.benchmark(), reason))
                .stream()
                .toList();
    }
}
