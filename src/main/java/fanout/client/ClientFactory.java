package fanout.client;

/** What opens the client of one benchmark. Its {@code toString} names it in messages. */
@FunctionalInterface
public interface ClientFactory {
    /** Builds a client; its connections are opened by its first batch, not before. */
    FanOutClient open(ClientSettings settings);
}
