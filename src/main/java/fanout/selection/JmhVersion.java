package fanout.selection;

import java.util.Arrays;

/**
 * A version of JMH, to be compared with another.
 *
 * @param number the part before the dot, times a thousand, and the part behind it: 1.21 is 1021
 */
record JmhVersion(int number) implements Comparable<JmhVersion> {
    private static final int STEP = 1000;

    /** Reads {@code 1.37}; what follows, as in {@code 1.37-SNAPSHOT}, does not count. */
    static JmhVersion of(String text) {
        int[] parts = Arrays.stream(text.split("\\D+"))
                .filter(part -> !part.isEmpty() && part.length() < 6)
                .mapToInt(Integer::parseInt)
                .toArray();
        return new JmhVersion(parts.length < 2 ? 0 : parts[0] * STEP + parts[1]);
    }

    @Override
    public int compareTo(JmhVersion other) {
        return Integer.compare(number, other.number);
    }
}
