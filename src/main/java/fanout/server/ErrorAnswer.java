package fanout.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Errors as the client sees them: a status, and a JSON object with the reason. */
final class ErrorAnswer {
    /** Gives a body to what Undertow answers when a handler has failed. It has the reason, since nothing logs it. */
    static final DefaultResponseListener ON_FAILURE = ErrorAnswer::onFailure;

    private ErrorAnswer() {}

    static void send(HttpServerExchange exchange, int status, String reason) {
        String json =
                "{\"error\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(reason)) + "\"}";
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean onFailure(HttpServerExchange exchange) {
        Throwable failure = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
        if (failure == null || exchange.isResponseStarted()) {
            return false;
        }
        send(exchange, exchange.getStatusCode(), failure.toString());
        return true;
    }
}
