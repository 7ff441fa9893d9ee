package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSetup;
import fanout.client.FanOutClientProvider;
import fanout.testing.Conditions;
import fanout.testing.Slow;
import fanout.testing.Strategies;
import fanout.workload.Workload;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variants of the sweep, each as a run measures it: the proof of its concurrency, and batches. */
@Slow
@Timeout(60)
public class SweepTest {
    private static final Path FOLDER = Path.of("src/test/sweep");
    private static final Workload WORKLOAD = new Workload(200, 40);
    private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    private static List<FanOutClientProvider> all() throws IOException {
        URL[] path = {FOLDER.toUri().toURL()};
        List<FanOutClientProvider> providers = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(path, SweepTest.class.getClassLoader())) {
            ServiceLoader.load(FanOutClientProvider.class, loader).forEach(providers::add);
        }
        return providers;
    }

    /** On another JDK only those that are made of what a JDK brings along: see {@code ClientsOnEveryJdkTest}. */
    static Stream<String> names() throws IOException {
        String ofThese = System.getProperty(Strategies.ONLY) == null ? "" : "jdk-";
        return all().stream().map(FanOutClientProvider::name).filter(name -> name.startsWith(ofThese));
    }

    private static Trial start(String name) throws Exception {
        FanOutClientProvider provider = all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Trial.start(
                provider, ClientSetup.MINIMAL, WORKLOAD, Conditions.of("embedded", "http", 0, 0), ProofTime.FIRST);
    }

    @Test
    void theVariantsAreRegistered() throws IOException {
        assertThat(all())
                .extracting(FanOutClientProvider::name)
                .doesNotHaveDuplicates()
                .contains("pool-strict", "async-base", "h2-base", "jdk-base", "loop-blocking", "loop-async")
                .hasSize(33);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aVariantKeepsItsConcurrencyAndItsConnections(String name) throws Exception {
        if (name.endsWith("-virtual") && !HAS_VIRTUAL_THREADS) {
            assertThatThrownBy(() -> start(name))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("virtual threads need Java 21 or newer");
            return;
        }
        // Its start proves the concurrency, and its end that no connection is leased.
        try (Trial trial = start(name)) {
            trial.settle(0);
            assertThat(trial.batch().user(199).id()).isEqualTo(199);
            assertThat(trial.batch().user(0).id()).isZero();
            trial.endIteration();
        }
    }
}
