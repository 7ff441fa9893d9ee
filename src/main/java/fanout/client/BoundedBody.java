package fanout.client;

import fanout.workload.UserBody;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects an answer's body for the JDK's client, as its own {@code BodySubscribers.ofByteArray} does, but fails a body
 * that is, or says that it is, longer than {@link UserBody#LONGEST_BYTES}. The JDK has such a limit from Java 25 on.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final long announced;
    private Subscription subscription;
    private long length;
    private boolean failed;

    BoundedBody(HttpHeaders headers) {
        this.announced = headers.firstValueAsLong("content-length").orElse(0);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription to) {
        subscription = to;
        body.onSubscribe(to);
        check(announced);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer item : items) {
            length += item.remaining();
        }
        check(length);
        if (!failed) {
            body.onNext(items);
        }
    }

    private void check(long bytes) {
        try {
            UserBody.checkedLength(bytes);
        } catch (IOException e) {
            failed = true;
            subscription.cancel();
            body.onError(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
