package fanout.selection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.util.Optional;
import org.openjdk.jmh.util.lines.TestLineWriter;

/**
 * Converts a list of benchmarks that an old JMH has written. Before JMH 1.24 the values of parameters stood there as
 * they are; since then they are encoded. All else in a line is the same: a tag for each field, and a length before each
 * text.
 *
 * <p>Tested by {@code fanout.selection.JmhSuiteTest}.
 */
final class OldBenchmarkList {
    private static final JmhVersion FIRST_ENCODED = JmhVersion.of("1.24");
    private static final String MAGIC = "JMH ";

    private final String line;
    private int next = MAGIC.length();

    private OldBenchmarkList(String line) {
        this.line = line;
    }

    /**
     * The same list as a later JMH writes it.
     *
     * @param version of the JMH that wrote it
     */
    static String converted(String list, String version) {
        if (JmhVersion.of(version).compareTo(FIRST_ENCODED) >= 0) {
            return list;
        }
        return list.lines()
                .map(line -> line.startsWith(MAGIC) ? new OldBenchmarkList(line).converted() : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String converted() {
        while (next < line.length()) {
            int start = next;
            char tag = word().charAt(0);
            switch (tag) {
                case 'E' -> {} // nothing
                case 'A', 'L' -> texts(length()); // numbers, texts
                case 'M' -> { // parameters
                    return line.substring(0, start) + encoded(params()) + line.substring(next);
                }
                default -> text();
            }
        }
        return line; // without parameters
    }

    private static String encoded(Map<String, String[]> params) {
        TestLineWriter writer = new TestLineWriter();
        writer.putOptionalParamCollection(Optional.of(params));
        return writer.toString().substring(MAGIC.length());
    }

    private Map<String, String[]> params() {
        Map<String, String[]> params = new LinkedHashMap<>();
        for (int count = length(); count > 0; count--) {
            params.put(text(), texts(length()));
        }
        return params;
    }

    private String[] texts(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = text();
        }
        return texts;
    }

    private String text() {
        int length = length();
        String text = line.substring(next, next + length);
        next += length + 1;
        return text;
    }

    private int length() {
        return Integer.parseInt(word());
    }

    private String word() {
        int end = line.indexOf(' ', next);
        String word = line.substring(next, end);
        next = end + 1;
        return word;
    }
}
