package fanout.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** The minimal setup, with one of its choices made otherwise. */
final class SweptOptions {
    static final ApacheOptions MINIMAL = ApacheOptions.of(ClientSetup.MINIMAL);
    static final ApacheOptions FULL = ApacheOptions.of(ClientSetup.IDIOMATIC);

    private SweptOptions() {}

    static ApacheOptions pool(PoolConcurrencyPolicy policy) {
        return new ApacheOptions(
                MINIMAL.timeLimit(), MINIMAL.fullChain(), policy, MINIMAL.bufferBytes(), MINIMAL.ioThreads());
    }

    static ApacheOptions limits() {
        Duration minute = Duration.ofMinutes(1);
        return new ApacheOptions(
                minute, MINIMAL.fullChain(), MINIMAL.poolPolicy(), MINIMAL.bufferBytes(), MINIMAL.ioThreads());
    }

    static ApacheOptions buffer(int bytes) {
        return new ApacheOptions(
                MINIMAL.timeLimit(), MINIMAL.fullChain(), MINIMAL.poolPolicy(), bytes, MINIMAL.ioThreads());
    }

    static ApacheOptions ioThreads(int threads) {
        return new ApacheOptions(
                MINIMAL.timeLimit(), MINIMAL.fullChain(), MINIMAL.poolPolicy(), MINIMAL.bufferBytes(), threads);
    }

    /** @param callbacks gives null if the client is to have its own */
    static JdkOptions jdk(Function<ThreadFactory, ExecutorService> callbacks) {
        JdkOptions minimal = JdkOptions.of(ClientSetup.MINIMAL);
        return new JdkOptions(minimal.timeLimit(), minimal.retries(), callbacks);
    }
}
