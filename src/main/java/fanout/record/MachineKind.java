package fanout.record;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a machine is as far as that decides how fast a run is: its CPU, cores, memory and hypervisor. The name of a
 * host is no part of it: machines of one kind may have many names, and different ones the same name. Only where nothing
 * else is known, as in folders without these facts, the name has to do.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest} and {@code fanout.cli.SeveralMachinesTest}.
 *
 * @param cpu its model, without what all names of CPUs have; empty where unknown
 * @param cores logical processors; 0 where unknown
 * @param gibibytes of memory; 0 where unknown
 * @param hypervisor whose guest it is; empty if it is none
 * @param name of the host; empty where more than that is known
 */
public record MachineKind(String cpu, int cores, long gibibytes, String hypervisor, String name)
        implements Comparable<MachineKind> {
    private static final double GIB = 1L << 30;
    private static final String ORNAMENT = "\\((R|TM)\\)|\\b(CPU|Processor)\\b";

    /** Whole gibibytes of memory, since what a system leaves of it depends on its kernel. */
    public static MachineKind of(Host host) {
        long gibibytes = Math.round(host.memoryBytes() / GIB);
        boolean known = !host.cpu().isEmpty() || host.cores() > 0 || gibibytes > 0;
        String cpu = host.cpu().replaceAll(ORNAMENT, " ").replaceAll(" +", " ").strip();
        return new MachineKind(cpu, host.cores(), gibibytes, host.hypervisor(), known ? "" : host.name());
    }

    @Override
    public int compareTo(MachineKind other) {
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
