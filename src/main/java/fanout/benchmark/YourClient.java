package fanout.benchmark;

import fanout.client.ClientFactory;
import fanout.client.RegisteredClients;
import fanout.record.BenchmarkParameter;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The parameter that only {@link BatchBenchmark#yourClient} has.
 *
 * <p>Tested by {@code fanout.jar.YourClientIT}.
 */
@State(Scope.Benchmark)
public class YourClient {
    /** The name of the parameter. */
    public static final String PARAM = BenchmarkParameter.CLIENT.toString();

    /** The name of a registered client; the command line replaces {@code all} by the names of all of them. */
    @Param(BenchmarkParameter.Default.CLIENT)
    public String client;

    /** @throws IllegalArgumentException if no client of this name is registered */
    static ClientFactory factory(String name) {
        return RegisteredClients.find().named(name);
    }
}
