package fanout.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The machine that this process runs on. */
public final class ThisMachine implements Machine {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int STEAL_COLUMN = 8;
    private static final int GUEST_COLUMN = 9; // guests' time is in user time already
    private static final int RULER_STEPS = 2_000_000;
    private static final int RULER_WARMUP = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    /** What one of these has compiled, is compiled for all. */
    private static volatile boolean compiled;

    private volatile long sink = 88_172_645_463_325_252L;

    /** The first one takes a moment: it runs the loop of {@link #rulerMillis} until that is compiled. */
    public ThisMachine() {
        for (int i = 0; i < RULER_WARMUP && !compiled; i++) {
            rulerMillis();
        }
        compiled = true;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    public double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    @Override
    public CpuTimes cpuTimes() {
        try (var lines = Files.newBufferedReader(STAT)) {
            String[] columns = lines.readLine().split(" +");
            long total = Arrays.stream(columns, 1, Math.min(columns.length, GUEST_COLUMN))
                    .mapToLong(Long::parseLong)
                    .sum();
            return new CpuTimes(total, Long.parseLong(columns[STEAL_COLUMN]));
        } catch (IOException | RuntimeException e) {
            return new CpuTimes(0, 0); // not Linux
        }
    }

    /** Marsaglia's xorshift: each step needs the result of the one before, so only the core's speed matters. */
    @Override
    public double rulerMillis() {
        long x = sink;
        long start = System.nanoTime();
        for (int i = 0; i < RULER_STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        sink = x;
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
