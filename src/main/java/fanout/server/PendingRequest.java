package fanout.server;

import io.undertow.server.Connectors;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A request that is not answered as soon as it arrives. It leaves the counters and the gate exactly once: just before
 * it is answered, or when its connection is closed under it. (Over HTTP/2 the server does not notice that, nor that a
 * stream is cancelled: the request leaves when it would have been answered.)
 *
 * <p>All but {@link #release} runs on the I/O thread of the exchange, so there is nothing to guard.
 */
final class PendingRequest implements ExchangeCompletionListener, LocalGate.Held {
    private final HttpServerExchange exchange;
    private final HttpHandler answer;
    private final LocalGate gate;
    private final LiveCounters counters;
    private boolean over;

    /** @param answer what to do when the gate is open or the delay is over */
    PendingRequest(HttpServerExchange exchange, HttpHandler answer, LocalGate gate, LiveCounters counters) {
        this.exchange = exchange;
        this.answer = answer;
        this.gate = gate;
        this.counters = counters;
    }

    /** Waits at the gate or, if that is open, for the delay. It must run after the root handler has returned. */
    void begin(int delayMillis) {
        counters.arrived();
        exchange.addExchangeCompleteListener(this);
        if (!gate.hold(this)) {
            exchange.getIoThread().executeAfter(this::release, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets the request be answered, on its I/O thread; nothing happens if it is over already. For any thread. */
    @Override
    public void release() {
        try {
            exchange.dispatch(exchange.getIoThread(), this::answer);
        } catch (RejectedExecutionException e) {
            // The server is closing, and this connection with it: exchangeEvent will release the request.
        }
    }

    /**
     * Does what a dispatched handler would do. Undertow silently drops a dispatched handler if an HTTP/2 connection has
     * been closed.
     */
    private void answer() {
        end();
        if (exchange.getConnection().isOpen()) {
            Connectors.executeRootHandler(answer, exchange);
        }
    }

    @Override
    public void exchangeEvent(HttpServerExchange same, NextListener nextListener) {
        end();
        nextListener.proceed();
    }

    private void end() {
        if (!over) {
            over = true;
            counters.left();
            gate.forget(this);
        }
    }
}
