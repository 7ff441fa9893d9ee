package fanout.client;

import java.util.function.Function;

/**
 * A variant of a strategy that differs from its minimal setup in one thing, so that a run measures the two side by
 * side. Registered only where {@code src/test/sweep} is on the class path.
 *
 * <p>Tested by {@code fanout.benchmark.SweepTest}.
 */
abstract class SweptClient implements FanOutClientProvider {
    private final String name;
    private final Function<ClientSettings, FanOutClient> factory;

    SweptClient(String name, Function<ClientSettings, FanOutClient> factory) {
        this.name = name;
        this.factory = factory;
    }

    @Override
    public final String name() {
        return name;
    }

    /** @throws UnsupportedOperationException if this JVM can't run it; in one line */
    @Override
    public final FanOutClient open(ClientSettings settings) {
        return factory.apply(settings);
    }
}
