package fanout.report;

import fanout.record.Host;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine of a run as far as it decides how fast a run is: its CPU, cores, memory and hypervisor. The name of a
 * host is no part of it: machines of one kind may have many names, and different ones the same name. Only where nothing
 * else is known, as in folders without these facts, the name has to do.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 */
record PastMachine(String cpu, int cores, long gibibytes, String hypervisor, String name)
        implements Comparable<PastMachine> {
    private static final double GIB = 1L << 30;
    private static final String ORNAMENT = "\\((R|TM)\\)|\\b(CPU|Processor)\\b";

    /** Whole gibibytes of memory, since what a system leaves of it depends on its kernel. */
    static PastMachine of(Host host) {
        long gibibytes = Math.round(host.memoryBytes() / GIB);
        boolean known = !host.cpu().isEmpty() || host.cores() > 0 || gibibytes > 0;
        String cpu = host.cpu().replaceAll(ORNAMENT, " ").replaceAll(" +", " ").strip();
        return new PastMachine(cpu, host.cores(), gibibytes, host.hypervisor(), known ? "" : host.name());
    }

    @Override
    public int compareTo(PastMachine other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return Stream.of(
                        name,
                        cpu,
                        cores > 0 ? cores + (cores == 1 ? " core" : " cores") : "",
                        gibibytes > 0 ? String.format(Locale.ROOT, "%d GiB", gibibytes) : "",
                        hypervisor)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
