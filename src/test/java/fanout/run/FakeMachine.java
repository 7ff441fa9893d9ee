package fanout.run;

import java.time.Duration;
import java.time.Instant;

/** A machine on which time passes only in pauses, and nothing ever changes. */
final class FakeMachine implements Machine {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration time) {
        now = now.plus(time);
    }

    @Override
    public double loadAverage() {
        return 0.5;
    }

    @Override
    public synchronized CpuTimes cpuTimes() {
        long ticks = now.toEpochMilli() / 10;
        return new CpuTimes(ticks, ticks / 4);
    }

    @Override
    public double rulerMillis() {
        return 3;
    }
}
