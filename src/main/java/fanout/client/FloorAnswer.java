package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The head of an answer: just enough of HTTP/1.1 to find its status and the end of its body.
 *
 * @param status the status code
 * @param bodyStart index of the first byte after the head
 * @param bodyLength its length, at most {@link UserBody#LONGEST_BYTES}; {@link #CHUNKED}, or {@link #UNTIL_CLOSE}
 * @param isLast whether the server closes the connection after this answer
 */
record FloorAnswer(int status, int bodyStart, int bodyLength, boolean isLast) {
    static final int CHUNKED = -1;
    static final int UNTIL_CLOSE = -2;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int STATUS_START = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_START + 3;

    private static final byte[] CONTENT_LENGTH = lower("content-length:");
    private static final byte[] TRANSFER_ENCODING = lower("transfer-encoding:");
    private static final byte[] CONNECTION = lower("connection:");

    private static byte[] lower(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the head, if it is there as a whole.
     *
     * @return null if it is not
     * @throws IOException if this is not a head of HTTP/1
     */
    static FloorAnswer parse(byte[] bytes, int count) throws IOException {
        int end = endOfHead(bytes, count);
        if (end < 0) {
            if (count > LONGEST_HEAD) {
                throw new IOException("a head of more than " + LONGEST_HEAD + " bytes");
            }
            return null;
        }
        return new Head(bytes, end).answer();
    }

    private static int endOfHead(byte[] bytes, int count) {
        for (int i = 3; i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether another answer to the same request follows, which has no body before it: status 100 to 199. */
    boolean isInformational() {
        return status / 100 == 1;
    }

    /** How many bytes head and body have, as far as the head says. */
    int length() {
        return bodyStart + Math.max(0, bodyLength);
    }

    /**
     * Whether the body has come as a whole.
     *
     * @throws IOException if it is too long, or if more bytes lie behind it, which nobody has asked for
     */
    boolean isComplete(byte[] bytes, int count, boolean ended) throws IOException {
        int end = end(bytes, count, ended);
        if (end >= 0 && end < count) {
            throw new IOException(count - end + " bytes lie behind the answer");
        }
        UserBody.checkedLength(count - bodyStart);
        return end >= 0;
    }

    /** The index after the body; negative if it has not come as a whole. */
    private int end(byte[] bytes, int count, boolean ended) throws IOException {
        return switch (bodyLength) {
            case CHUNKED -> ChunkedBody.end(bytes, bodyStart, count);
            case UNTIL_CLOSE -> ended ? count : -1;
            default -> count >= length() ? length() : -1;
        };
    }

    /**
     * Reports the answer to the batch, without a copy of the body and without a parser if it is byte for byte what our
     * own server sends.
     */
    void giveTo(Batch batch, int id, byte[] bytes, int count) throws IOException {
        boolean plain = status == OK && bodyLength >= 0;
        if (!plain || !batch.answerVerbatim(id, bytes, bodyStart, length())) {
            batch.answer(id, status, body(bytes, count));
        }
    }

    private byte[] body(byte[] bytes, int count) throws IOException {
        return switch (bodyLength) {
            case CHUNKED -> ChunkedBody.decode(bytes, bodyStart, count);
            case UNTIL_CLOSE -> Arrays.copyOfRange(bytes, bodyStart, count);
            default -> Arrays.copyOfRange(bytes, bodyStart, length());
        };
    }

    /** The lines of a head, read from the first to the last. */
    private static final class Head {
        private final byte[] bytes;
        private final int end;
        private int bodyLength = UNTIL_CLOSE;
        private boolean keepAlive;
        private boolean close;

        Head(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        FloorAnswer answer() throws IOException {
            if (end < STATUS_END || bytes[0] != 'H' || bytes[5] != '1') {
                throw new IOException("the answer is not HTTP/1");
            }
            int status = (int) number(STATUS_START, STATUS_END);
            int line = 0;
            for (int i = 0; i < end; i++) {
                if (bytes[i] == '\n') {
                    header(line, i - 1);
                    line = i + 1;
                }
            }
            if (status == NO_CONTENT || status == NOT_MODIFIED || status < OK) {
                bodyLength = 0;
            }
            boolean oldHttp = bytes[7] == '0';
            boolean isLast = close || bodyLength == UNTIL_CLOSE || (oldHttp && !keepAlive);
            return new FloorAnswer(status, end, bodyLength, isLast);
        }

        private void header(int from, int to) throws IOException {
            switch (bytes[from] | 0x20) {
                case 'c' -> {
                    if (startsWith(from, to, CONTENT_LENGTH)) {
                        bodyLength = UserBody.checkedLength(number(from + CONTENT_LENGTH.length, to));
                    } else if (startsWith(from, to, CONNECTION)) {
                        String option = value(from + CONNECTION.length, to);
                        close = option.equalsIgnoreCase("close");
                        keepAlive = option.equalsIgnoreCase("keep-alive");
                    }
                }
                case 't' -> {
                    if (startsWith(from, to, TRANSFER_ENCODING)) {
                        String coding = value(from + TRANSFER_ENCODING.length, to);
                        if (!coding.equalsIgnoreCase("chunked")) {
                            throw new IOException("an unknown transfer coding: " + coding);
                        }
                        bodyLength = CHUNKED;
                    }
                }
                default -> {}
            }
        }

        private boolean startsWith(int from, int to, byte[] name) {
            if (to - from < name.length) {
                return false;
            }
            for (int i = 0; i < name.length; i++) {
                byte b = bytes[from + i];
                if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != name[i]) {
                    return false;
                }
            }
            return true;
        }

        private String value(int from, int to) {
            return new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
        }

        private long number(int from, int to) throws IOException {
            long number = 0;
            for (int i = from; i < to; i++) {
                int digit = bytes[i] - '0';
                if (digit >= 0 && digit <= 9 && number < Long.MAX_VALUE / 100) {
                    number = 10 * number + digit;
                } else if (bytes[i] != ' ') {
                    throw new IOException("not a number: " + value(from, to));
                }
            }
            return number;
        }
    }
}
