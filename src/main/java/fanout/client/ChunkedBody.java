package fanout.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a body in chunks, which HTTP/1.1 uses where the length is not known in advance. Our own server never does. */
final class ChunkedBody {
    private static final int HEX = 16;

    private ChunkedBody() {}

    static boolean isComplete(byte[] bytes, int from, int to) throws IOException {
        return decode(bytes, from, to) != null;
    }

    /**
     * The body; null if its end is not there yet.
     *
     * @throws IOException if these are no chunks
     */
    static byte[] decode(byte[] bytes, int from, int to) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int position = from;
        while (true) {
            int line = endOfLine(bytes, position, to);
            if (line < 0) {
                return null;
            }
            int size = size(bytes, position, line);
            int data = line + 2;
            if (size == 0) {
                // Trailers, if any, end with an empty line.
                return endsWithEmptyLine(bytes, data, to) ? body.toByteArray() : null;
            }
            if (data + size + 2 > to) {
                return null;
            }
            body.write(bytes, data, size);
            position = data + size + 2;
        }
    }

    private static int size(byte[] bytes, int from, int to) throws IOException {
        int size = 0;
        for (int i = from; i < to && bytes[i] != ';'; i++) {
            int digit = Character.digit(bytes[i], HEX);
            if (digit < 0 || size > Integer.MAX_VALUE / HEX - 1) {
                throw new IOException("not the size of a chunk");
            }
            size = HEX * size + digit;
        }
        return size;
    }

    private static boolean endsWithEmptyLine(byte[] bytes, int from, int to) {
        int position = from;
        for (int line = endOfLine(bytes, position, to); line >= 0; line = endOfLine(bytes, position, to)) {
            if (line == position) {
                return true;
            }
            position = line + 2;
        }
        return false;
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
