package fanout.workload;

import fanout.record.BenchmarkParameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The body that answers {@code GET /user/{id}}: {@code {"id":N}}, or, where that is shorter than
 * {@code payloadBytes}, {@code {"id":N,"filler":"xxxx"}} with as many {@code x} as make it exactly that long. Where not
 * even an empty filler fits, the filler is empty and the body is the few bytes longer that this takes.
 *
 * <p>Ids are 0 or greater; every method that takes one throws {@link IllegalArgumentException} for a negative one.
 *
 * @param payloadBytes the length to fill up to, in bytes, from 0 (never a filler) to {@link #MAX_PAYLOAD_BYTES}
 */
public record UserBody(int payloadBytes) {
    /** The largest payload, 1 MiB. */
    public static final int MAX_PAYLOAD_BYTES =
            BenchmarkParameter.PAYLOAD_BYTES.range().orElseThrow().max();

    /**
     * The longest body that is read, in bytes: the largest payload, and as much again for a server that says more of a
     * user than ours does. What is longer, or endless, fails its request before it fills the heap.
     */
    public static final int LONGEST_BYTES = 2 * MAX_PAYLOAD_BYTES;

    /** What each byte of a filler is. */
    public static final byte FILLER_BYTE = 'x';

    private static final String FILLER = Character.toString(FILLER_BYTE);

    /**
     * Fillers by length; one payload has as many lengths as ids have numbers of digits. Clients check each answer, up
     * to 1 GB a batch: {@code String.equals} compares many characters at a time, where a loop over them takes as long
     * as parsing.
     */
    private static final Map<Integer, String> FILLERS = new ConcurrentHashMap<>();

    private static final String BEFORE_ID = "{\"id\":";
    private static final String AFTER_ID = "}";
    private static final String BEFORE_FILLER = ",\"filler\":\"";
    private static final String AFTER_FILLER = "\"}";

    /** @throws IllegalArgumentException if {@code payloadBytes} is out of its range */
    public UserBody {
        if (payloadBytes < 0 || payloadBytes > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "payloadBytes must be from 0 to " + MAX_PAYLOAD_BYTES + ", not " + payloadBytes);
        }
    }

    /** The whole body. */
    public byte[] bytes(long id) {
        byte[] head = head(id);
        byte[] tail = tail(id);
        byte[] body = Arrays.copyOf(head, length(id));
        Arrays.fill(body, head.length, body.length - tail.length, FILLER_BYTE);
        System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
        return body;
    }

    /**
     * Returns the length of a body that an answer announces, if it may be read.
     *
     * @throws IOException if it is negative, or more than {@link #LONGEST_BYTES}
     */
    public static int checkedLength(long announced) throws IOException {
        if (announced < 0 || announced > LONGEST_BYTES) {
            throw new IOException("a body of " + announced + " bytes, must be 0 to " + LONGEST_BYTES);
        }
        return (int) announced;
    }

    /** How many bytes the whole body has. */
    public int length(long id) {
        int beforeFiller = BEFORE_ID.length() + digits(id);
        return hasFiller(id)
                ? beforeFiller + BEFORE_FILLER.length() + fillerLength(id) + AFTER_FILLER.length()
                : beforeFiller + AFTER_ID.length();
    }

    /** What comes before the filler; the whole body if it has none. */
    public byte[] head(long id) {
        String end = hasFiller(id) ? BEFORE_FILLER : AFTER_ID;
        return (BEFORE_ID + id + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many bytes the filler has, between {@link #head} and {@link #tail}. */
    public int fillerLength(long id) {
        int around = BEFORE_ID.length() + digits(id) + BEFORE_FILLER.length() + AFTER_FILLER.length();
        return Math.max(0, payloadBytes - around);
    }

    /** What comes after the filler; empty if the body has none. */
    public byte[] tail(long id) {
        return (hasFiller(id) ? AFTER_FILLER : "").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the body has a filler, be it an empty one. */
    public boolean hasFiller(long id) {
        return payloadBytes > BEFORE_ID.length() + digits(id) + AFTER_ID.length();
    }

    /** Whether this is the filler of the body for that id, character by character. */
    public boolean isFiller(long id, String filler) {
        return FILLERS.computeIfAbsent(fillerLength(id), FILLER::repeat).equals(filler);
    }

    /**
     * Whether this is the whole body for that id, byte for byte.
     *
     * @param bytes hold it, from {@code from} to before {@code to}
     */
    public boolean isBody(long id, byte[] bytes, int from, int to) {
        if (to - from != length(id)) {
            return false;
        }
        int digits = digits(id);
        int afterId = from + BEFORE_ID.length() + digits;
        if (!isText(BEFORE_ID, bytes, from) || !isNumber(id, bytes, afterId)) {
            return false;
        }
        if (!hasFiller(id)) {
            return isText(AFTER_ID, bytes, afterId);
        }
        int filler = afterId + BEFORE_FILLER.length();
        int afterFiller = to - AFTER_FILLER.length();
        return isText(BEFORE_FILLER, bytes, afterId)
                && isFiller(bytes, filler, afterFiller)
                && isText(AFTER_FILLER, bytes, afterFiller);
    }

    private static boolean isText(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the digits of the number end before {@code end}. */
    private static boolean isNumber(long number, byte[] bytes, int end) {
        long rest = number;
        int i = end;
        do {
            if (bytes[--i] != '0' + rest % 10) {
                return false;
            }
            rest /= 10;
        } while (rest > 0);
        return true;
    }

    /** All bytes are equal if each is equal to the one after it, which is one comparison of arrays. */
    private static boolean isFiller(byte[] bytes, int from, int to) {
        return from == to || (bytes[from] == FILLER_BYTE && Arrays.equals(bytes, from, to - 1, bytes, from + 1, to));
    }

    private static int digits(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("id must be 0 or greater, not " + id);
        }
        int digits = 1;
        for (long rest = id / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
