package fanout.client;

import java.util.concurrent.Executors;

/** Variants of {@link JdkHttpClient}: what runs its callbacks, and how it is asked. */
public final class SweptJdks {
    private SweptJdks() {}

    /** The minimal setup, which the others are compared with: {@code sendAsync}, callbacks on a cached pool. */
    public static final class Base extends SweptClient {
        public Base() {
            super("jdk-base", settings -> new JdkHttpClient(settings, JdkOptions.of(ClientSetup.MINIMAL)));
        }
    }

    /** The client is given no executor. */
    public static final class Own extends SweptClient {
        public Own() {
            super("jdk-own", settings -> new JdkHttpClient(settings, SweptOptions.jdk(threads -> null)));
        }
    }

    /** A pool of one thread. */
    public static final class Fixed1 extends SweptClient {
        public Fixed1() {
            super(
                    "jdk-fixed1",
                    settings -> new JdkHttpClient(
                            settings, SweptOptions.jdk(threads -> Executors.newFixedThreadPool(1, threads))));
        }
    }

    /** A pool of two threads. */
    public static final class Fixed2 extends SweptClient {
        public Fixed2() {
            super(
                    "jdk-fixed2",
                    settings -> new JdkHttpClient(
                            settings, SweptOptions.jdk(threads -> Executors.newFixedThreadPool(2, threads))));
        }
    }

    /** The client's own threads run its callbacks at once. */
    public static final class Direct extends SweptClient {
        public Direct() {
            super(
                    "jdk-direct",
                    settings -> new JdkHttpClient(settings, SweptOptions.jdk(threads -> new DirectExecutor())));
        }
    }

    /** A virtual thread for each callback. */
    public static final class Virtual extends SweptClient {
        public Virtual() {
            super(
                    "jdk-virtual",
                    settings -> new JdkHttpClient(
                            settings, SweptOptions.jdk(threads -> VirtualThreads.newVirtualThreadPerTaskExecutor())));
        }
    }

    /** The blocking {@code send} on a pool of platform threads. */
    public static final class SendPool extends SweptClient {
        public SendPool() {
            super(
                    "jdk-send-pool",
                    settings -> new JdkSend(
                            settings,
                            Executors.newFixedThreadPool(settings.concurrency(), BlockingThreadPool::daemon),
                            true));
        }
    }

    /** The blocking {@code send} on a virtual thread for each request, behind a semaphore. */
    public static final class SendVirtual extends SweptClient {
        public SendVirtual() {
            super(
                    "jdk-send-virtual",
                    settings -> new JdkSend(settings, VirtualThreads.newVirtualThreadPerTaskExecutor(), false));
        }
    }
}
