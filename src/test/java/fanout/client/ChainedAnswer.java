package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;

/** As {@link ApacheBodyConsumer}, for one request of a chain, and for answers that announce their length. */
final class ChainedAnswer extends AbstractBinResponseConsumer<Void> {
    private final Batch batch;
    private final int id;
    private final Runnable next;
    private final AtomicBoolean ended = new AtomicBoolean();
    private boolean isComplete;
    private int status;
    private ByteBuffer body = ByteBuffer.allocate(0);

    /** @param next is run once the answer is reported */
    ChainedAnswer(Batch batch, int id, Runnable next) {
        this.batch = batch;
        this.id = id;
        this.next = next;
    }

    @Override
    protected void start(HttpResponse response, ContentType type) throws IOException, ProtocolException {
        status = response.getCode();
        HttpComponents.noteClose(response, batch);
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH).getValue();
        body = ByteBuffer.allocate(UserBody.checkedLength(Long.parseLong(length)));
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) {
        body.put(source);
    }

    @Override
    protected Void buildResult() {
        isComplete = true;
        return null;
    }

    /** Only now is the connection back in the pool: see {@link ApacheBodyConsumer#releaseResources}. */
    @Override
    public void releaseResources() {
        if (isComplete) {
            end(() -> batch.answer(id, status, body.array()));
        }
    }

    private void end(Runnable report) {
        if (ended.compareAndSet(false, true)) {
            report.run();
            next.run();
        }
    }

    FutureCallback<Void> failure() {
        return new FutureCallback<>() {
            @Override
            public void completed(Void nothing) {
                // It is reported once the connection is back in the pool.
            }

            @Override
            public void failed(Exception cause) {
                end(() -> batch.fail(id, cause));
            }

            @Override
            public void cancelled() {
                failed(new InterruptedException("cancelled"));
            }
        };
    }
}
