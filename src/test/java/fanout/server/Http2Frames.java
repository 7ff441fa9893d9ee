package fanout.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of HTTP/2 (RFC 9113) as a client that does not keep to the rules writes them. */
final class Http2Frames {
    private static final byte HEADERS = 1;
    private static final byte RST_STREAM = 3;
    private static final byte SETTINGS = 4;
    private static final byte END_OF_STREAM_AND_HEADERS = 0x1 | 0x4;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CANCEL = {0, 0, 0, 8};

    /** GET, http, a path and a host, as HPACK writes them without a table (RFC 7541, 6). */
    private static final byte[] REQUEST =
            "\u0082\u0086\u0004\u0007/user/1\u0001\u0001x".getBytes(StandardCharsets.ISO_8859_1);

    private Http2Frames() {}

    /** What a client sends first. */
    static byte[] begin(byte... settings) {
        return joined(PREFACE, frame(SETTINGS, 0, 0, settings));
    }

    /** A setting: no stream may be sent data before the client asks for more. */
    static byte[] noWindow() {
        return new byte[] {0, 4, 0, 0, 0, 0};
    }

    /** A whole request. */
    static byte[] request(int stream) {
        return frame(HEADERS, END_OF_STREAM_AND_HEADERS, stream, REQUEST);
    }

    static byte[] cancel(int stream) {
        return frame(RST_STREAM, 0, stream, CANCEL);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
