package fanout.benchmark;

import fanout.client.ClientSetup;
import fanout.record.BenchmarkParameter;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The parameter that only the benchmarks of strategies with a library have.
 *
 * <p>Tested by {@code fanout.jar.SetupJarIT}.
 */
@State(Scope.Benchmark)
public class LibrarySetup {
    /** The name of the parameter. */
    public static final String PARAM = BenchmarkParameter.SETUP.toString();

    /** How the library is set up: {@code idiomatic}, {@code minimal} or {@code tuned}, as {@link ClientSetup} says. */
    @Param(BenchmarkParameter.Default.SETUP)
    public String setup;

    /** @param label null for a benchmark without the parameter, whose client has nothing to set up */
    static ClientSetup of(String label) {
        return ClientSetup.of(label == null ? BenchmarkParameter.SETUP.defaultValue() : label);
    }
}
