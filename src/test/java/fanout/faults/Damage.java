package fanout.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files, as a disk, a copy that failed, an editor or an attacker does. */
public record Damage(Random random) {
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_PART = 64;
    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-1e999",
            "NaN",
            "\"NaN\"",
            "9223372036854775808",
            "1e400000000",
            "{}",
            "[]",
            "\"\"",
            "[[[[[[[[",
            "{\"a\":",
            "\"\\u0000\"",
            "../../etc/passwd",
            "\n",
            "\r\n",
            "\u2028",
            ",",
            ":",
            "2147483648",
            "0.1e-999999999");

    /** The same content with one to four changes. */
    public byte[] of(byte[] original) {
        byte[] content = original;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            content = changed(content);
        }
        return content;
    }

    private byte[] changed(byte[] content) {
        if (content.length == 0) {
            return word();
        }
        int at = random.nextInt(content.length);
        int to = Math.min(content.length, at + 1 + random.nextInt(LONGEST_PART));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(content, at);
            case 1 -> Arrays.copyOf(content, at);
            case 2 -> joined(content, 0, at, new byte[0], to);
            case 3 -> joined(content, 0, to, Arrays.copyOfRange(content, at, to), to);
            case 4 -> joined(content, 0, at, word(), at);
            case 5 -> joined(content, 0, at, word(), to);
            case 6 -> joined(content, 0, endOfNumber(content, at), word(), endOfNumber(content, at));
            default -> lineTwice(content, at);
        };
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return flipped;
    }

    private static int endOfNumber(byte[] content, int from) {
        int end = from;
        while (end < content.length && !Character.isDigit(content[end])) {
            end++;
        }
        return end;
    }

    private static byte[] lineTwice(byte[] content, int at) {
        int from = at;
        while (from > 0 && content[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < content.length && content[to] != '\n') {
            to++;
        }
        to = Math.min(content.length, to + 1);
        return joined(content, 0, to, Arrays.copyOfRange(content, from, to), to);
    }

    /** The content up to {@code end}, then this, then the content from {@code next} on. */
    private static byte[] joined(byte[] content, int from, int end, byte[] middle, int next) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(content, from, end - from);
        joined.writeBytes(middle);
        joined.write(content, next, content.length - next);
        return joined.toByteArray();
    }
}
