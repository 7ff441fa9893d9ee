package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Collects an answer's body into an array of the announced length: one copy, where the library's {@code Simple*}
 * messages make two.
 */
final class ApacheBodyConsumer extends AbstractBinResponseConsumer<ApacheBodyConsumer> {
    private static final int LENGTH_IF_NOT_ANNOUNCED = 1024;

    private final Batch batch;
    private int status;
    private byte[] body = {};
    private int length;

    /** For an answer that belongs to this batch. */
    ApacheBodyConsumer(Batch batch) {
        this.batch = batch;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    protected void start(HttpResponse response, ContentType type) throws IOException {
        status = response.getCode();
        HttpComponents.noteClose(response, batch);
        Header announced = response.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        body = new byte[announced == null ? LENGTH_IF_NOT_ANNOUNCED : length(announced)];
    }

    private static int length(Header announced) throws IOException {
        try {
            return UserBody.checkedLength(Long.parseLong(announced.getValue().strip()));
        } catch (NumberFormatException e) {
            throw new IOException(announced + " is no number", e);
        }
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
        int count = source.remaining();
        UserBody.checkedLength((long) length + count);
        if (length + count > body.length) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, length + count));
        }
        source.get(body, length, count);
        length += count;
    }

    @Override
    protected ApacheBodyConsumer buildResult() {
        return this;
    }

    @Override
    public void releaseResources() {}
}
