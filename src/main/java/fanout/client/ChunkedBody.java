package fanout.client;

import fanout.workload.UserBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a body in chunks, which HTTP/1.1 uses where the length is not known in advance. Our own server never does. */
final class ChunkedBody {
    private static final int HEX = 16;

    private ChunkedBody() {}

    /**
     * The index after the body; negative if its end is not there yet.
     *
     * @throws IOException if these are no chunks, or too long ones
     */
    static int end(byte[] bytes, int from, int to) throws IOException {
        return read(bytes, from, to, null);
    }

    /** The body, whose end must be there. */
    static byte[] decode(byte[] bytes, int from, int to) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        read(bytes, from, to, body);
        return body.toByteArray();
    }

    private static int read(byte[] bytes, int from, int to, ByteArrayOutputStream body) throws IOException {
        int position = from;
        while (true) {
            int line = endOfLine(bytes, position, to);
            if (line < 0) {
                return -1;
            }
            int size = size(bytes, position, line);
            int data = line + 2;
            if (size == 0) {
                return endOfTrailers(bytes, data, to);
            }
            if (data + size + 2 > to) {
                return -1;
            }
            if (body != null) {
                body.write(bytes, data, size);
            }
            position = data + size + 2;
        }
    }

    private static int size(byte[] bytes, int from, int to) throws IOException {
        int size = 0;
        for (int i = from; i < to && bytes[i] != ';'; i++) {
            int digit = Character.digit(bytes[i], HEX);
            if (digit < 0) {
                throw new IOException("not the size of a chunk");
            }
            size = UserBody.checkedLength((long) HEX * size + digit);
        }
        return size;
    }

    /** Trailers, if any, end with an empty line. */
    private static int endOfTrailers(byte[] bytes, int from, int to) {
        int position = from;
        for (int line = endOfLine(bytes, position, to); line >= 0; line = endOfLine(bytes, position, to)) {
            if (line == position) {
                return line + 2;
            }
            position = line + 2;
        }
        return -1;
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
