package fanout.client;

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

    private int status;
    private byte[] body = {};
    private int length;

    int status() {
        return status;
    }

    byte[] body() {
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    protected void start(HttpResponse response, ContentType type) {
        status = response.getCode();
        Header announced = response.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        body = new byte[announced == null ? LENGTH_IF_NOT_ANNOUNCED : Integer.parseInt(announced.getValue())];
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) {
        int count = source.remaining();
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
