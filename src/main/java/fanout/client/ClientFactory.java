package fanout.client;

/** Opens the client that a benchmark measures. */
@FunctionalInterface
public interface ClientFactory {
    /** Builds a client; its connections are opened by its first batch, not before. */
    FanOutClient open(ClientSettings settings);

    /** The name of its clients in messages. */
    default String label() {
        return toString();
    }
}
