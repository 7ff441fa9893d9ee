package fanout.report;

import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    private static final List<String> OF_JVMS =
            List.of("label", "version", "vendor", "VM", "GC", "heap at most", "flags");
    private static final List<String> OF_ARMS = List.of("options", "class path", "JMH");

    private ArmTable() {}

    /** With options and class paths only where an arm has some. */
    static DataTable of(Manifest record) {
        boolean arms = record.jvms().stream().anyMatch(ArmTable::hasMore);
        List<String> header = new ArrayList<>(OF_JVMS);
        header.addAll(arms ? OF_ARMS : List.of());
        List<TableRow> rows = record.jvms().stream().map(jvm -> row(jvm, arms)).toList();
        return new DataTable(arms ? "Arms" : "JVMs", header, rows);
    }

    private static boolean hasMore(JvmRecord jvm) {
        return jvm.arm() != null
                && !(jvm.arm().options().isEmpty() && jvm.arm().classPath().isEmpty());
    }

    private static TableRow row(JvmRecord jvm, boolean arms) {
        List<String> cells = new ArrayList<>(List.of(
                jvm.version(),
                jvm.vendor(),
                jvm.vm(),
                jvm.gc(),
                jvm.maxHeapBytes() > 0 ? Math.round(jvm.maxHeapBytes() / MIB) + " MiB" : "",
                String.join(" ", jvm.flags())));
        if (arms) {
            ArmRecord arm = jvm.arm() == null ? ArmRecord.PLAIN : jvm.arm();
            cells.add(String.join(" ", arm.options()));
            cells.add(arm.classPath().stream().map(ArmTable::entry).collect(Collectors.joining("; ")));
            cells.add(arm.jmhVersion());
        }
        return new TableRow(jvm.label() + (jvm.control() ? " (control)" : ""), cells);
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
