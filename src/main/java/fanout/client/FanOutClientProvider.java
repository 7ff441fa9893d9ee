package fanout.client;

/**
 * A way to fan out that is not Fanout's own. The benchmark {@code yourClient} measures each one that is registered: a
 * public class with a public constructor without arguments, whose name stands in {@code
 * META-INF/services/fanout.client.FanOutClientProvider} on the class path.
 *
 * <p>Its clients are held to what Fanout's own are: each must prove that it keeps exactly its concurrency in flight,
 * and each answer is checked.
 *
 * <p>Tested by {@code fanout.client.RegisteredClientsTest} and {@code fanout.jar.YourClientIT}.
 */
public interface FanOutClientProvider extends ClientFactory {
    /**
     * What {@code -p client=NAME} calls it: letters, digits, {@code .}, {@code _} and {@code -}, but not {@code all}.
     */
    String name();

    /** Builds a client; its connections should be opened by its first batch, not here, where no time is taken. */
    @Override
    FanOutClient open(ClientSettings settings);

    /** The {@link #name}. */
    @Override
    default String label() {
        return name();
    }
}
