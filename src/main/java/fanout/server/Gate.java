package fanout.server;

import java.time.Duration;

/**
 * Holds the user requests that arrive at a {@link GatedServer}, unanswered, until it is opened: what a client has in
 * flight can then be counted without haste.
 *
 * <p>A client that drops the connection of a held request may go unnoticed, and stay counted, until the gate is opened:
 * over HTTP/1.1 the server reads nothing from a connection that still awaits an answer, over HTTP/2 it does not notice,
 * nor when a stream is cancelled.
 *
 * <p>Each method throws {@link IllegalStateException} if the server has ended by itself.
 */
public interface Gate {
    /** How many requests are being held; 0 once the gate is open. */
    int held();

    /**
     * Waits until at least {@code count} requests are held.
     *
     * @return whether they are; {@code false} when the time is up, or when the gate was opened before
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean awaitHeld(int count, Duration timeout) throws InterruptedException;

    /** Releases all requests that are held, to be answered at once, and lets all later ones pass. Idempotent. */
    void open();
}
