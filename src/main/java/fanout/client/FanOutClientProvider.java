package fanout.client;

/**
 * A way to fan out that is not Fanout's own. The benchmark {@code yourClient} measures each one that is registered: a
 * public class with a public constructor without arguments, whose name is in
 * {@code META-INF/services/fanout.client.FanOutClientProvider} on the class path.
 *
 * <p>Its clients must do what Fanout's own do: each must prove that it keeps exactly its concurrency in flight, and
 * each answer is checked.
 *
 * <p>Tested by {@code fanout.client.RegisteredClientsTest} and {@code fanout.jar.YourClientIT}.
 */
public interface FanOutClientProvider extends ClientFactory {
    /** Its name in {@code -p client=NAME}: letters, digits, {@code .}, {@code _} and {@code -}, but not {@code all}. */
    String name();

    /** Builds a client; its connections should be opened by its first batch, not here, where nothing is timed. */
    @Override
    FanOutClient open(ClientSettings settings);

    /** The {@link #name}. */
    @Override
    default String label() {
        return name();
    }
}
