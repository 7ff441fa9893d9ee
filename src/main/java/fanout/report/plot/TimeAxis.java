package fanout.report.plot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** An axis of time, in seconds since 1970, with its ticks on round hours or days of UTC. */
public final class TimeAxis {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final int MOST_TICKS = 3;
    private static final double MARGIN = 0.06;
    private static final long[] STEPS = {
        HOUR / 4, HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 182 * DAY
    };
    private static final DateTimeFormatter HOURS =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeAxis() {}

    /** An axis around all these times; there must be at least one. */
    public static Axis around(Collection<Instant> times) {
        double first = times.stream().mapToLong(Instant::getEpochSecond).min().getAsLong();
        double last = times.stream().mapToLong(Instant::getEpochSecond).max().getAsLong();
        double margin = Math.max(HOUR / 2.0, (last - first) * MARGIN);
        return new Axis(first - margin, last + margin, false, ticks(first - margin, last + margin));
    }

    private static List<Axis.Tick> ticks(double from, double to) {
        double least = (to - from) / MOST_TICKS;
        long step = LongStream.of(STEPS)
                .filter(each -> each >= least)
                .findFirst()
                .orElse((long) Math.ceil(least / (365 * DAY)) * 365 * DAY);
        DateTimeFormatter format = step < DAY ? HOURS : DAYS;
        List<Axis.Tick> ticks = new ArrayList<>();
        for (long tick = (long) Math.ceil(from / step) * step; tick <= to; tick += step) {
            ticks.add(new Axis.Tick(tick, format.format(Instant.ofEpochSecond(tick))));
        }
        return ticks;
    }
}
