package fanout.doctor;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of processors or of nodes of memory, as Linux lists them: {@code 0-3,8}.
 *
 * <p>Tested by {@code fanout.doctor.MemoryChecksTest} and {@code fanout.doctor.CoreChecksTest}.
 */
record NumberRanges(BitSet numbers) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    /** Empty if the text is no such list; a list without numbers is one. */
    static Optional<NumberRanges> parse(String text) {
        BitSet numbers = new BitSet();
        for (String part : text.isBlank() ? new String[0] : text.strip().split(",")) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            numbers.set(first, Math.max(first, last) + 1);
        }
        return Optional.of(new NumberRanges(numbers));
    }

    int count() {
        return numbers.cardinality();
    }

    boolean shares(NumberRanges others) {
        return numbers.intersects(others.numbers);
    }
}
