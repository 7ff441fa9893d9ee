package fanout.report;

import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arms of a run as a table of its environment: the JVM of each, and what else its forks were started with.
 *
 * <p>Tested by {@code fanout.cli.ArmsPageTest}.
 */
final class ArmTable {
    private static final double MIB = 1L << 20;
    private static final int SHORT_HASH = 8;

    /** How many libraries of one file a cell can name. */
    private static final int MOST_LIBRARIES = 8;

    /** A column of the table: what it shows of an arm. */
    private record Column(String head, Function<JvmRecord, String> cell) {}

    private static final List<Column> MACHINE = List.of(
            new Column("GC", JvmRecord::gc),
            new Column("heap at most", ArmTable::heap),
            new Column("flags", jvm -> String.join(" ", jvm.flags())));
    private static final List<Column> OF_JVMS = List.of(
            new Column("version", JvmRecord::version),
            new Column("vendor", JvmRecord::vendor),
            new Column("VM", JvmRecord::vm));
    private static final List<Column> OF_ARMS = List.of(
            new Column("options", jvm -> String.join(" ", arm(jvm).options())),
            new Column("class path", ArmTable::classPath),
            new Column("JMH", jvm -> arm(jvm).jmhVersion()));

    private ArmTable() {}

    /** With options and class paths only where an arm has some; without a column that is empty for all arms then. */
    static DataTable of(Manifest record) {
        List<JvmRecord> jvms = record.jvms();
        boolean arms = jvms.stream().anyMatch(ArmTable::hasMore);
        List<Column> columns = new ArrayList<>(arms ? List.of(new Column("JVM", ArmTable::jvm)) : OF_JVMS);
        columns.addAll(MACHINE);
        if (arms) {
            columns.addAll(OF_ARMS);
            columns.removeIf(column ->
                    jvms.stream().allMatch(jvm -> column.cell().apply(jvm).isEmpty()));
        }
        return new DataTable(
                arms ? "Arms" : "JVMs",
                Stream.concat(Stream.of("label"), columns.stream().map(Column::head))
                        .toList(),
                jvms.stream().map(jvm -> row(jvm, columns)).toList());
    }

    private static boolean hasMore(JvmRecord jvm) {
        return !(arm(jvm).options().isEmpty() && arm(jvm).classPath().isEmpty());
    }

    private static ArmRecord arm(JvmRecord jvm) {
        return jvm.arm() == null ? ArmRecord.PLAIN : jvm.arm();
    }

    private static TableRow row(JvmRecord jvm, List<Column> columns) {
        return new TableRow(
                jvm.label() + (jvm.control() ? " (control)" : ""),
                columns.stream().map(column -> column.cell().apply(jvm)).toList());
    }

    private static String heap(JvmRecord jvm) {
        return jvm.maxHeapBytes() > 0 ? Math.round(jvm.maxHeapBytes() / MIB) + " MiB" : "";
    }

    /** In one cell, with the version once: an arm has more to show than a JVM. */
    private static String jvm(JvmRecord jvm) {
        return Stream.of(
                        jvm.version(),
                        jvm.vendor(),
                        jvm.vm().replace(jvm.version(), "").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String classPath(JvmRecord jvm) {
        return arm(jvm).classPath().stream().map(ArmTable::entry).collect(Collectors.joining("; "));
    }

    private static String entry(ClassPathEntry entry) {
        String hash =
                entry.sha256().substring(0, Math.min(SHORT_HASH, entry.sha256().length()));
        List<String> parts = new ArrayList<>();
        if (!hash.isEmpty()) {
            parts.add(hash);
        }
        entry.libraries().stream().limit(MOST_LIBRARIES).forEach(parts::add);
        int more = entry.libraries().size() - MOST_LIBRARIES;
        if (more > 0) {
            parts.add(more + " more");
        }
        return entry.file() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }
}
