package fanout.run;

import com.sun.management.OperatingSystemMXBean;
import fanout.doctor.CpuTicks;
import fanout.doctor.Doctor;
import fanout.doctor.Observations;
import fanout.doctor.SystemFiles;
import fanout.record.MachineCheck;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Looks at a machine for a while, and has {@link Doctor} judge what was seen. Meanwhile it keeps one core busy. */
public final class MachineExamination {
    /** As long as nobody minds at the start of a run. */
    private static final Duration BRIEF = Duration.ofMillis(400);

    /** A look ends after so many loops, whatever the clock says. */
    private static final int MOST_LOOPS = 20_000;

    private final Machine machine;
    private final SystemFiles files;

    MachineExamination(Machine machine, SystemFiles files) {
        this.machine = machine;
        this.files = files;
    }

    /** The examination of this machine, whose files are below a folder. */
    public static MachineExamination here(Path root) {
        return new MachineExamination(new ThisMachine(), new SystemTree(root));
    }

    /** A short look at this machine; it starts no process. */
    public static MachineCheck beforeARun() {
        return here(Path.of("/")).take(BRIEF);
    }

    /** Looks for so long, and says what was found. */
    public MachineCheck take(Duration time) {
        Instant start = machine.now();
        CpuTicks before = CpuTicks.read(files).orElse(null);
        long ownBefore = ownCpuNanos();
        List<Double> ruler = ruler(start.plus(time));
        CpuTicks after = CpuTicks.read(files).orElse(null);
        double nanos = Math.max(1, Duration.between(start, machine.now()).toNanos());
        Observations seen = new Observations(
                files,
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                machine.loadAverage(),
                before == null || after == null ? null : after.since(before),
                (ownCpuNanos() - ownBefore) / nanos,
                ruler);
        return new MachineCheck(start.truncatedTo(ChronoUnit.SECONDS).toString(), Doctor.examine(seen));
    }

    private List<Double> ruler(Instant end) {
        List<Double> times = new ArrayList<>();
        do {
            times.add(machine.rulerMillis());
        } while (machine.now().isBefore(end) && times.size() < MOST_LOOPS);
        return times;
    }

    private static long ownCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
