package fanout.client;

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

    private final Permits.Exchange exchange;
    private boolean isComplete;
    private int status;
    private byte[] body = {};
    private int length;

    /** For the answer that ends this exchange. */
    ApacheBodyConsumer(Permits.Exchange exchange) {
        this.exchange = exchange;
    }

    private byte[] body() {
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    protected void start(HttpResponse response, ContentType type) throws IOException {
        status = response.getCode();
        HttpComponents.noteClose(response, exchange.batch());
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
        isComplete = true;
        return this;
    }

    /**
     * Reports the answer. Only now has every client returned the connection to its pool, so that whoever gets the
     * permit finds it there: the full client returns it after its callback, the minimal one before.
     */
    @Override
    public void releaseResources() {
        if (isComplete) {
            exchange.answered(status, body());
        }
    }
}
