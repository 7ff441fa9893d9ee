package fanout.server;

import io.undertow.server.Connectors;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A request that is not answered as soon as it arrives. It leaves the counters and the gate exactly once: just before
 * it is answered, or when its connection is closed under it. (Over HTTP/2 nothing tells of that, nor of a stream that
 * is
 * cancelled: it leaves when its time has come.)
 *
 * <p>All but {@link #release} runs on the I/O thread of the exchange, so there is nothing to guard.
 */
final class PendingRequest implements ExchangeCompletionListener, LocalGate.Held {
    private final HttpServerExchange exchange;
    private final HttpHandler answer;
    private final LocalGate gate;
    private final LiveCounters counters;
    private boolean over;

    /** @param answer what to do when its time has come */
    PendingRequest(HttpServerExchange exchange, HttpHandler answer, LocalGate gate, LiveCounters counters) {
        this.exchange = exchange;
        this.answer = answer;
        this.gate = gate;
        this.counters = counters;
    }

    /** Waits at the gate, or, where that is open, for the delay. To be run once the root handler has returned. */
    void begin(int delayMillis) {
        counters.arrived();
        exchange.addExchangeCompleteListener(this);
        if (!gate.hold(this)) {
            exchange.getIoThread().executeAfter(this::release, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Has the request answered, on its I/O thread; nothing happens if it is over already. For any thread. */
    @Override
    public void release() {
        try {
            exchange.dispatch(exchange.getIoThread(), this::answer);
        } catch (RejectedExecutionException e) {
            // The server is closing, and so this connection with it: exchangeEvent will see to the rest.
        }
    }

    /**
     * As a dispatched handler would; but Undertow forgets one, without a word, if an HTTP/2 connection has been closed.
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
