package fanout.testing;

import fanout.client.ClientSettings;
import fanout.client.ClientSetup;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import java.net.URI;
import java.util.List;

/** A strategy in one of the setups that it has. */
public record StrategySetup(Strategy strategy, ClientSetup setup) {
    public FanOutClient open(URI server, int concurrency) {
        return strategy.open(new ClientSettings(server, concurrency, null, setup));
    }

    /** As above, for several hosts. */
    public FanOutClient open(List<URI> servers, int concurrency) {
        return strategy.open(new ClientSettings(servers, concurrency, null, setup));
    }

    public int connections(int concurrency) {
        return strategy.connections(concurrency);
    }

    public boolean startsThreads() {
        return strategy.startsThreads();
    }

    /** How often it may send a request. */
    public int mostTries() {
        if (setup == ClientSetup.IDIOMATIC && strategy.hasSetups()) {
            return strategy.retries() ? 5 : 2;
        }
        return strategy.retries() ? 2 : 1;
    }

    /** Whether it replaces a connection even where the server keeps all of them, as the JDK's client does. */
    public boolean replacesConnections() {
        return strategy.retries();
    }

    @Override
    public String toString() {
        return strategy.hasSetups() ? strategy + "(" + setup + ")" : strategy.toString();
    }
}
