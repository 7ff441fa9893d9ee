package fanout.client;

import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** Variants of {@link SemaphoreAsync}. */
public final class SweptAsyncs {
    private static final int LARGE_BUFFER = 32 * 1024;

    private SweptAsyncs() {}

    /** The minimal setup, which the others are compared with. */
    public static final class Base extends SweptClient {
        public Base() {
            super("async-base", settings -> new SemaphoreAsync(settings, SweptOptions.MINIMAL, false));
        }
    }

    /** A pool of connections with a lock a route, which does not hold the limit of all routes together. */
    public static final class Lax extends SweptClient {
        public Lax() {
            super(
                    "async-lax",
                    settings -> new SemaphoreAsync(settings, SweptOptions.pool(PoolConcurrencyPolicy.LAX), false));
        }
    }

    /** A pool of connections in segments by route, which closes what it drops outside of its locks. */
    public static final class OffLock extends SweptClient {
        public OffLock() {
            super(
                    "async-offlock",
                    settings -> new SemaphoreAsync(settings, SweptOptions.pool(PoolConcurrencyPolicy.OFFLOCK), false));
        }
    }

    /** One I/O thread; by default there is one a processor. */
    public static final class Io1 extends SweptClient {
        public Io1() {
            super("async-io1", settings -> new SemaphoreAsync(settings, SweptOptions.ioThreads(1), false));
        }
    }

    /** Two I/O threads. */
    public static final class Io2 extends SweptClient {
        public Io2() {
            super("async-io2", settings -> new SemaphoreAsync(settings, SweptOptions.ioThreads(2), false));
        }
    }

    /** Four I/O threads. */
    public static final class Io4 extends SweptClient {
        public Io4() {
            super("async-io4", settings -> new SemaphoreAsync(settings, SweptOptions.ioThreads(4), false));
        }
    }

    /** Time limits of a minute. */
    public static final class Limits extends SweptClient {
        public Limits() {
            super("async-limits", settings -> new SemaphoreAsync(settings, SweptOptions.limits(), false));
        }
    }

    /** Buffers of 32 KiB. */
    public static final class Buffer extends SweptClient {
        public Buffer() {
            super(
                    "async-buffer32k",
                    settings -> new SemaphoreAsync(settings, SweptOptions.buffer(LARGE_BUFFER), false));
        }
    }

    /** The idiomatic setup: full chain and time limits. */
    public static final class Full extends SweptClient {
        public Full() {
            super("async-full", settings -> new SemaphoreAsync(settings, SweptOptions.FULL, false));
        }
    }

    /** The next request is sent by the I/O thread that has taken an answer, not by the caller's. */
    public static final class Callback extends SweptClient {
        public Callback() {
            super("async-callback", settings -> new ChainedAsync(settings, SweptOptions.MINIMAL, false));
        }
    }

    /** The same over connections that are leased once a batch, so that no pool is asked for a request. */
    public static final class Leased extends SweptClient {
        public Leased() {
            super("async-leased", settings -> new ChainedAsync(settings, SweptOptions.MINIMAL, true));
        }
    }
}
