package fanout.testing;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.client.Strategy;

/** Clients that somebody else might register, well or badly. */
public final class Providers {
    private Providers() {}

    /** A good one. */
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

    /** Another. */
    public static final class Second extends First {
        @Override
        public String name() {
            return "second";
        }
    }

    /** Named like the first. */
    public static final class AlsoFirst extends First {}

    /** With a name that stands for all of them. */
    public static final class All extends First {
        @Override
        public String name() {
            return "all";
        }
    }

    /** With a name that the command line would take for two. */
    public static final class Comma extends First {
        @Override
        public String name() {
            return "a,b";
        }
    }

    /** Without one. */
    public static final class Nameless extends First {
        @Override
        public String name() {
            return null;
        }
    }

    /** One that can't be made. */
    public static final class Broken extends First {
        public Broken() {
            throw new IllegalStateException("no native library");
        }
    }
}
