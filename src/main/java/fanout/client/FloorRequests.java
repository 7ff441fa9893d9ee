package fanout.client;

import fanout.workload.Workload;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The requests as bytes on the wire, encoded in advance, all in one buffer outside of the heap. */
final class FloorRequests {
    private static final String REQUEST =
            "GET %s HTTP/1.1\r\nUser-Agent: %s\r\nHost: %s:%d\r\nConnection: keep-alive\r\n\r\n";

    private final ClientSettings settings;
    private ByteBuffer encoded = ByteBuffer.allocateDirect(0);
    private int[] ends = {};

    FloorRequests(ClientSettings settings) {
        this.settings = settings;
    }

    /** Encodes what is not yet encoded for the ids below {@code count}: by the first batch, which is not measured. */
    void encodeUpTo(int count) {
        if (ends.length >= count) {
            return;
        }
        int[] newEnds = new int[count];
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < count; id++) {
            URI server = settings.server(id);
            text.append(REQUEST.formatted(
                    Workload.path(id), ClientSettings.USER_AGENT, server.getHost(), server.getPort()));
            newEnds[id] = text.length(); // all of the text is ASCII
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        encoded = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        ends = newEnds;
    }

    /** The same bytes, for one thread: to be handed to {@link #of}. */
    ByteBuffer view() {
        return encoded.duplicate();
    }

    /** The request for user {@code id}, from the view's position to its limit; valid until the view's next use. */
    ByteBuffer of(int id, ByteBuffer view) {
        return view.limit(ends[id]).position(id == 0 ? 0 : ends[id - 1]);
    }
}
