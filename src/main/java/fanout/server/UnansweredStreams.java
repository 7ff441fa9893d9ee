package fanout.server;

import fanout.record.BenchmarkParameter;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http2.Http2ServerConnection;
import io.undertow.util.AttachmentKey;
import org.xnio.IoUtils;

/**
 * The requests of one HTTP/2 connection whose answer is not written yet: it waits for its time, or the client does not
 * read. Undertow keeps them all, some 16 KiB each, so a client that sends and never reads, or cancels each request as
 * soon as it has sent it, could fill the memory; it loses its connection before. (Over HTTP/1.1 Undertow reads the next
 * request when the answer before is written.)
 *
 * <p>Only the I/O thread of the connection counts.
 *
 * <p>Tested by {@code fanout.server.UnreadAnswersTest} and {@code fanout.server.CancelledStreamsTest}.
 */
final class UnansweredStreams implements ExchangeCompletionListener {
    /** Two batches of the highest concurrency, one of them given up. */
    static final int MOST =
            2 * BenchmarkParameter.CONCURRENCY.range().orElseThrow().max();

    private static final AttachmentKey<UnansweredStreams> OF_CONNECTION = AttachmentKey.create(UnansweredStreams.class);

    private int count;

    private UnansweredStreams() {}

    /** Counts a request; if it is one too many, its connection is closed, and the result is false. */
    static boolean admit(HttpServerExchange exchange) {
        ServerConnection connection = exchange.getConnection();
        if (!(connection instanceof Http2ServerConnection)) {
            return true;
        }
        UnansweredStreams streams = connection.getAttachment(OF_CONNECTION); // all streams share the attachments
        if (streams == null) {
            streams = new UnansweredStreams();
            connection.putAttachment(OF_CONNECTION, streams);
        }
        streams.count++;
        exchange.addExchangeCompleteListener(streams);
        if (streams.count > MOST) {
            IoUtils.safeClose(connection);
            return false;
        }
        return true;
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener nextListener) {
        count--;
        nextListener.proceed();
    }
}
