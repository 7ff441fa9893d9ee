package fanout.client;

import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** Variants of {@link BlockingThreadPool}: forty platform threads that block. */
public final class SweptPools {
    private static final int LARGE_BUFFER = 32 * 1024;

    private SweptPools() {}

    /** The minimal setup, which the others are compared with. */
    public static final class Strict extends SweptClient {
        public Strict() {
            super("pool-strict", settings -> new BlockingThreadPool(settings, SweptOptions.MINIMAL, false));
        }
    }

    /** A pool of connections with a lock a route, which does not hold the limit of all routes together. */
    public static final class Lax extends SweptClient {
        public Lax() {
            super(
                    "pool-lax",
                    settings -> new BlockingThreadPool(settings, SweptOptions.pool(PoolConcurrencyPolicy.LAX), false));
        }
    }

    /** A pool of connections in segments by route, which closes what it drops outside of its locks. */
    public static final class OffLock extends SweptClient {
        public OffLock() {
            super(
                    "pool-offlock",
                    settings ->
                            new BlockingThreadPool(settings, SweptOptions.pool(PoolConcurrencyPolicy.OFFLOCK), false));
        }
    }

    /** Time limits of a minute. */
    public static final class Limits extends SweptClient {
        public Limits() {
            super("pool-limits", settings -> new BlockingThreadPool(settings, SweptOptions.limits(), false));
        }
    }

    /** Buffers of 32 KiB. */
    public static final class Buffer extends SweptClient {
        public Buffer() {
            super(
                    "pool-buffer32k",
                    settings -> new BlockingThreadPool(settings, SweptOptions.buffer(LARGE_BUFFER), false));
        }
    }

    /** The idiomatic setup: full chain and time limits. */
    public static final class Full extends SweptClient {
        public Full() {
            super("pool-full", settings -> new BlockingThreadPool(settings, SweptOptions.FULL, false));
        }
    }

    /** A counter that the threads share, in place of a queue with a task for each request. */
    public static final class Counter extends SweptClient {
        public Counter() {
            super("pool-counter", settings -> new BlockingThreadPool(settings, SweptOptions.MINIMAL, true));
        }
    }

    /** The same in the idiomatic setup. */
    public static final class FullCounter extends SweptClient {
        public FullCounter() {
            super("pool-full-counter", settings -> new BlockingThreadPool(settings, SweptOptions.FULL, true));
        }
    }
}
