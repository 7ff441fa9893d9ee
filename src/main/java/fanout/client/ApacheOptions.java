package fanout.client;

import java.time.Duration;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/**
 * What is chosen of what Apache HttpClient leaves open; {@link SetupChoices} says what each is.
 *
 * @param timeLimit of connecting, and of an answer; {@link SetupChoices#NO_LIMIT} for none
 * @param ioThreads of the async client; 0 for one a processor
 */
record ApacheOptions(
        Duration timeLimit, boolean fullChain, PoolConcurrencyPolicy poolPolicy, int bufferBytes, int ioThreads) {
    static ApacheOptions of(ClientSetup setup) {
        return new ApacheOptions(
                SetupChoices.TIME_LIMIT.of(setup),
                SetupChoices.FULL_CHAIN.of(setup),
                SetupChoices.POOL_POLICY.of(setup),
                SetupChoices.BUFFER_BYTES.of(setup),
                SetupChoices.IO_THREADS.of(setup));
    }
}
