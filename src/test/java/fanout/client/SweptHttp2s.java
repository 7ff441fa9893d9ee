package fanout.client;

/**
 * Variants of {@link Http2Multiplexed}. The usual limit of 100 streams is not among them: of 40 requests in flight no
 * connection has more than 40, so it would not be reached.
 */
public final class SweptHttp2s {
    private SweptHttp2s() {}

    /** The minimal setup, over one connection, which the others are compared with. */
    public static final class Base extends SweptClient {
        public Base() {
            super("h2-base", settings -> new Http2Multiplexed(settings, SweptOptions.MINIMAL, false));
        }
    }

    /** The idiomatic setup: full chain and a time limit. */
    public static final class Full extends SweptClient {
        public Full() {
            super("h2-full", settings -> new Http2Multiplexed(settings, SweptOptions.FULL, false));
        }
    }

    /** Two connections. */
    public static final class Two extends SweptClient {
        public Two() {
            super("h2-2", settings -> new Http2Connections(settings, 2));
        }
    }

    /** Four connections. */
    public static final class Four extends SweptClient {
        public Four() {
            super("h2-4", settings -> new Http2Connections(settings, 4));
        }
    }
}
