package fanout.faults;

import java.util.concurrent.TimeUnit;

/**
 * How long a test goes on with cases that are drawn: for a number of them, so that a build tries the same ones on each
 * machine, or for a time, {@code -Dfanout.fuzzSeconds}.
 *
 * @param cases how many there are without a time
 * @param seconds the time; null for none
 * @param start by {@code System.nanoTime}
 */
public record FuzzTime(int cases, Integer seconds, long start) {
    /** For so many cases, unless the property says how long. */
    public static FuzzTime of(int cases) {
        return new FuzzTime(cases, Integer.getInteger("fanout.fuzzSeconds"), System.nanoTime());
    }

    /** Whether the case with this number, from 0, is to be tried. */
    public boolean goesOn(int number) {
        return seconds == null ? number < cases : System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds);
    }
}
