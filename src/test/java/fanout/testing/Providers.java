package fanout.testing;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.client.Strategy;

/** Clients to register: good ones, and one for each mistake that can be made. */
public final class Providers {
    private Providers() {}

    /** A client that works. */
    public static class First implements FanOutClientProvider {
        @Override
        public String name() {
            return "first";
        }

        @Override
        public FanOutClient open(ClientSettings settings) {
            return Strategy.SEMAPHORE_ASYNC.open(settings);
        }
    }

    /** Another client that works. */
    public static final class Second extends First {
        @Override
        public String name() {
            return "second";
        }
    }

    /** A client with the name of the first. */
    public static final class AlsoFirst extends First {}

    /** A client with the name that stands for all clients. */
    public static final class All extends First {
        @Override
        public String name() {
            return "all";
        }
    }

    /** A client whose name the command line would split into two. */
    public static final class Comma extends First {
        @Override
        public String name() {
            return "a,b";
        }
    }

    /** A client without a name. */
    public static final class Nameless extends First {
        @Override
        public String name() {
            return null;
        }
    }

    /** A client that can't be created. */
    public static final class Broken extends First {
        public Broken() {
            throw new IllegalStateException("no native library");
        }
    }
}
