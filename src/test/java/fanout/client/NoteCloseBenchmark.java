package fanout.client;

import fanout.workload.Batch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to look in one answer of the mock server whether the connection closes.
 *
 * <pre>
 * java -cp target/benchmarks.jar:target/test-classes org.openjdk.jmh.Main NoteCloseBenchmark -rf json \
 *     -rff results/validation/note-close.json
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NoteCloseBenchmark {
    private final Batch batch = new Batch(1);
    private final HttpResponse response = new BasicHttpResponse(200);

    /** With the headers of the mock server's answers. */
    public NoteCloseBenchmark() {
        response.addHeader("Content-Type", "application/json");
        response.addHeader("Content-Length", "8");
        response.addHeader("Date", "Thu, 26 Nov 2026 12:00:00 GMT");
    }

    @Benchmark
    public Batch noteClose() {
        HttpComponents.noteClose(response, batch);
        return batch;
    }
}
