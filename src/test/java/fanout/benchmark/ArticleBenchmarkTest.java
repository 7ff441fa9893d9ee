package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.JmhParams;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ways of the article do, as the server sees it. */
@Timeout(60)
public class ArticleBenchmarkTest {
    private static final int REQUESTS = 40;

    /** Of forty requests at once, none waits for a connection of another: so the connections are known. */
    @ParameterizedTest
    @CsvSource({
        "fortyKept,    40, 40, 40",
        "tenKept,      40, 40, 70",
        "noneKept,     40, 40, 80",
        "tenInFlight,  10, 10, 10",
        "minimalChain, 40, 40, 40",
        "semaphoreAsync, 40, 40, 40"
    })
    void aWayKeepsAsManyConnectionsAsItSays(String method, int inFlight, long firstBatch, long both) throws Exception {
        ArticleBenchmark benchmark = new ArticleBenchmark();
        benchmark.requests = REQUESTS;
        benchmark.setUp(JmhParams.of(ArticleBenchmark.class.getName() + "." + method));

        ConcurrencyProof first = benchmark.prove();
        ConcurrencyProof second = benchmark.prove();
        benchmark.tearDown();

        assertThat(first.held()).isEqualTo(inFlight);
        assertThat(first.connections()).isEqualTo(firstBatch);
        assertThat(second.connections()).isEqualTo(both);
    }

    /** Of many requests, most find one of the connections that others have just given back. */
    @ParameterizedTest
    @CsvSource({"fortyKept, 0, 0", "tenKept, 30, 999", "noneKept, 1000, 1000"})
    void aLongBatchOpensAsManyConnectionsAsAreNotKept(String method, long fewest, long most) throws Exception {
        ArticleBenchmark benchmark = new ArticleBenchmark();
        benchmark.requests = 1000;
        benchmark.setUp(JmhParams.of(ArticleBenchmark.class.getName() + "." + method));

        long before = benchmark.prove().connections();
        long opened = benchmark.prove().connections() - before;
        benchmark.tearDown();

        assertThat(opened).isBetween(fewest, most);
    }
}
