package fanout.server;

import fanout.workload.Hosts;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.LongFunction;

/** Answers {@code GET /user/{id}}, always on the I/O thread that read it. */
final class UserHandler implements HttpHandler {
    /** RFC 9110, 15.5.20: the server is not the one that answers this. */
    private static final int MISDIRECTED_REQUEST = 421;

    private final Hosts hosts;
    private final LongFunction<ByteBuffer[]> bodies;
    private final Delays delays;
    private final LiveCounters counters;
    private volatile LocalGate gate = LocalGate.alreadyOpen();

    UserHandler(Hosts hosts, LongFunction<ByteBuffer[]> bodies, Delays delays, LiveCounters counters) {
        this.hosts = hosts;
        this.bodies = bodies;
        this.delays = delays;
        this.counters = counters;
    }

    synchronized LocalGate closeGate() {
        if (!gate.isOpen()) {
            throw new IllegalStateException("the gate is closed already");
        }
        gate = new LocalGate();
        return gate;
    }

    void openGate() {
        gate.open();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.addDefaultResponseListener(ErrorAnswer.ON_FAILURE);
        counters.cameOn(exchange.getConnection());
        if (!UnansweredStreams.admit(exchange)) {
            return;
        }
        String path = UserPath.of(exchange);
        if (!UserPath.matches(path)) {
            ErrorAnswer.send(exchange, StatusCodes.NOT_FOUND, "no such path");
        } else if (exchange.getRequestMethod() != Methods.GET) { // equals would ignore the case, unlike HTTP
            exchange.getResponseHeaders().put(Headers.ALLOW, Methods.GET_STRING);
            ErrorAnswer.send(exchange, StatusCodes.METHOD_NOT_ALLOWED, "only GET is allowed");
        } else {
            take(exchange, UserPath.id(path));
        }
    }

    private void take(HttpServerExchange exchange, long id) {
        if (id == UserPath.NO_ID) {
            ErrorAnswer.send(exchange, StatusCodes.BAD_REQUEST, "the id must be digits that fit a long");
            return;
        }
        if (hosts.count() > 1 && hosts.of(id) != host(exchange)) {
            ErrorAnswer.send(exchange, MISDIRECTED_REQUEST, "the id is of another host");
            return;
        }
        LocalGate current = gate;
        if (current.isOpen() && !delays.any()) {
            counters.passed();
            answer(exchange, id);
        } else {
            PendingRequest pending = new PendingRequest(exchange, same -> answer(same, id), current, counters);
            int delayMillis = delays.next(id);
            // Undertow ends an exchange when its handler returns, unless the handler has dispatched it.
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> pending.begin(delayMillis));
        }
    }

    /** The number of the host that the request came to. */
    private static int host(HttpServerExchange exchange) {
        byte[] address = exchange.getConnection()
                .getLocalAddress(InetSocketAddress.class)
                .getAddress()
                .getAddress();
        return address[address.length - 1] - 1;
    }

    private void answer(HttpServerExchange exchange, long id) {
        ByteBuffer[] body = bodies.apply(id);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(body);
    }
}
