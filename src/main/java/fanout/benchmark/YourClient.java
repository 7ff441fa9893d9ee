package fanout.benchmark;

import fanout.client.ClientFactory;
import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.client.RegisteredClients;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The parameter that {@link BatchBenchmark#yourClient} has and no other benchmark.
 *
 * <p>Tested by {@code fanout.jar.YourClientIT}.
 */
@State(Scope.Benchmark)
public class YourClient {
    /** The name of the parameter. */
    public static final String PARAM = "client";

    /** The name of a registered client; the command line makes {@code all} of them out of {@code all}. */
    @Param(RegisteredClients.ALL)
    public String client;

    /** @throws IllegalArgumentException if no client of this name is registered */
    static ClientFactory factory(String name) {
        FanOutClientProvider provider = RegisteredClients.find().named(name);
        return new ClientFactory() {
            @Override
            public FanOutClient open(ClientSettings settings) {
                return provider.open(settings);
            }

            @Override
            public String toString() {
                return provider.name();
            }
        };
    }
}
