package fanout.report;

import fanout.compare.Comparison;
import fanout.record.Host;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.results.RunDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment that results come from: machine, time, JVMs and forks.
 *
 * @param facts in the order in which they are shown
 * @param tables the JVMs or arms, and the forks
 */
record Environment(List<Fact> facts, List<DataTable> tables) {
    private static final double GIB = 1L << 30;

    /** One line of the environment. */
    record Fact(String name, String value) {}

    /** The environment as far as JMH's files have it. */
    static Environment of(Comparison comparison) {
        List<Fact> facts = new ArrayList<>();
        ReportText.resultSets(comparison).forEach(resultSet -> facts.add(new Fact("results", resultSet)));
        ServerSentences.of(comparison).forEach(line -> facts.add(new Fact("server", line)));
        return new Environment(facts, List.of());
    }

    /**
     * The environment that a run's manifest has. The libraries of Fanout's own benchmarks are none of other suites'.
     *
     * @param kind what the arms are called
     */
    static Environment of(RunDetails run, String kind) {
        Manifest record = run.record();
        Host host = record.host();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("machine", machine(host)));
        facts.add(
                new Fact("system", joined(", ", host.os(), host.kernel().isEmpty() ? "" : "kernel " + host.kernel())));
        MachineFindings.warnings(record).forEach(line -> facts.add(new Fact("warning", line)));
        facts.add(new Fact("time", time(record)));
        facts.add(new Fact("command", record.command()));
        facts.add(
                new Fact("order", joined(", ", record.order(), record.seed() == null ? "" : "seed " + record.seed())));
        if (record.server() != null) {
            facts.add(new Fact("server", ServerSentences.phrase(record.server())));
        }
        facts.add(new Fact("Fanout", project(record.project())));
        if (run.hasFanoutLibraries()) {
            facts.add(new Fact("libraries", libraries(record.dependencies())));
        }
        record.leftOut().forEach(line -> facts.add(new Fact("left out", line)));
        facts.removeIf(fact -> fact.value().isEmpty());
        List<DataTable> tables = new ArrayList<>(List.of(ArmTable.of(record), forks(record, kind)));
        tables.addAll(MachineFindings.tables(record));
        return new Environment(facts, tables);
    }

    private static String machine(Host host) {
        return joined(
                ", ",
                host.name(),
                host.cpu(),
                host.cores() > 0 ? host.cores() + " cores" : "",
                host.memoryBytes() > 0 ? String.format(Locale.ROOT, "%.1f GiB", host.memoryBytes() / GIB) : "",
                host.hypervisor().isEmpty() ? "" : "guest of " + host.hypervisor());
    }

    private static String time(Manifest record) {
        Optional<Instant> first =
                record.forks().stream().flatMap(fork -> fork.started().stream()).min(Comparator.naturalOrder());
        Optional<Instant> last = record.forks().stream()
                .flatMap(fork -> fork.started().stream().map(start -> start.plus(fork.lifetime())))
                .max(Comparator.naturalOrder());
        return first.map(start -> start.truncatedTo(ChronoUnit.SECONDS) + ", for "
                        + minutes(Duration.between(start, last.orElse(start))))
                .orElse("");
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private static String project(Project project) {
        String commit = project.commit().isEmpty() ? "" : "commit " + project.commit();
        return joined(", ", project.version(), commit, project.dirty() ? "with changes not committed" : "");
    }

    private static String libraries(Map<String, String> dependencies) {
        return dependencies.entrySet().stream()
                .map(library ->
                        library.getKey().substring(library.getKey().indexOf(':') + 1) + " " + library.getValue())
                .collect(Collectors.joining(", "));
    }

    private static DataTable forks(Manifest record, String kind) {
        List<TableRow> rows = record.forks().stream()
                .map(fork -> new TableRow(
                        "" + fork.round(),
                        List.of(
                                fork.label(),
                                fork.benchmark().substring(fork.benchmark().lastIndexOf('.') + 1),
                                fork.start().replaceFirst("\\.\\d+Z$", "Z"),
                                number(fork.seconds(), "%.1f"),
                                number(fork.loadAverage(), "%.1f"),
                                number(fork.steal() == null ? null : 100 * fork.steal(), "%.2f"),
                                number(fork.rulerMillis(), "%.2f"),
                                fork.status())))
                .toList();
        return new DataTable(
                "Forks",
                List.of("round", kind, "benchmark", "start", "seconds", "load", "steal, %", "ruler, ms", "status"),
                rows);
    }

    private static String number(Double value, String format) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
