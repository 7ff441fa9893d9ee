package fanout.record;

import java.util.Optional;

/**
 * The parameters of Fanout's own benchmarks, in the order in which help lists them. Their names, defaults and values
 * are declared here alone. A new parameter is a constant here, a field of the same name in the benchmarks, and its
 * effect.
 *
 * <p>A result that was written before a parameter existed lacks it. It stays comparable with newer ones, since it is
 * read as if it had {@link #formerDefault}: what every benchmark did before there was a choice.
 */
public enum BenchmarkParameter {
    REQUESTS("requests", Default.REQUESTS, WholeNumbers.from(1), KnownTo.CLIENT, "GETs in one batch, which is one op"),
    CONCURRENCY(
            "concurrency",
            Default.CONCURRENCY,
            new WholeNumbers(1, 1000),
            KnownTo.CLIENT,
            "how many of them are in flight at once"),
    DELAY_MILLIS(
            "delayMillis",
            Default.DELAY_MILLIS,
            WholeNumbers.from(0),
            KnownTo.CLIENT_AND_SERVER,
            "how long the server waits with each answer, in ms"),
    DELAY_SPREAD(
            "delaySpread",
            Default.DELAY_SPREAD,
            AllowedValues.checkedByItsReader(),
            KnownTo.CLIENT_AND_SERVER,
            "or lognormal:SIGMA, or stragglers:PERCENT:MILLIS"),
    PAYLOAD_BYTES(
            "payloadBytes",
            Default.PAYLOAD_BYTES,
            new WholeNumbers(0, 1 << 20),
            KnownTo.CLIENT_AND_SERVER,
            "length of each answer in bytes; 0 is just the id"),
    SCHEME(
            "scheme",
            Default.SCHEME,
            AllowedValues.oneOf("http", "https"),
            KnownTo.CLIENT_AND_SERVER,
            "or https, over TLS to a server of ours"),
    HOSTS(
            "hosts",
            Default.HOSTS,
            new WholeNumbers(1, 16),
            KnownTo.CLIENT_AND_SERVER,
            "how many addresses of our server the requests are spread over"),
    SERVER(
            "server",
            Default.SERVER,
            AllowedValues.checkedByItsReader(),
            KnownTo.CLIENT,
            "or forked, in a JVM of its own; or http://host:port"),
    SETUP(
            "setup",
            Default.SETUP,
            Optional.of(Default.FORMER_SETUP),
            AllowedValues.oneOf("idiomatic", "minimal", "tuned", "none"),
            KnownTo.CLIENT,
            "or minimal or tuned: how the library is set up"),
    CLIENT(
            "client",
            Default.CLIENT,
            Optional.empty(),
            AllowedValues.checkedByItsReader(),
            KnownTo.CLIENT,
            "or the name of one on the class path; of yourClient alone");

    /** The defaults, as constants that an annotation can name. */
    public static final class Default {
        public static final String REQUESTS = "1000";
        public static final String CONCURRENCY = "40";
        public static final String DELAY_MILLIS = "0";
        public static final String DELAY_SPREAD = "none";
        public static final String PAYLOAD_BYTES = "0";
        public static final String SCHEME = "http";
        public static final String HOSTS = "1";
        public static final String SERVER = "embedded";
        public static final String SETUP = "idiomatic";
        public static final String CLIENT = "all";

        /** What all strategies with a library were before they had the parameter. */
        private static final String FORMER_SETUP = "minimal";

        private Default() {}
    }

    private enum KnownTo {
        CLIENT,
        CLIENT_AND_SERVER
    }

    private final String label;
    private final String defaultValue;
    private final Optional<String> formerDefault;
    private final AllowedValues allowed;
    private final KnownTo knownTo;
    private final String help;

    /** A parameter whose default is what the benchmarks did before they had it. */
    BenchmarkParameter(String label, String defaultValue, AllowedValues allowed, KnownTo knownTo, String help) {
        this(label, defaultValue, Optional.of(defaultValue), allowed, knownTo, help);
    }

    BenchmarkParameter(
            String label,
            String defaultValue,
            Optional<String> formerDefault,
            AllowedValues allowed,
            KnownTo knownTo,
            String help) {
        this.label = label;
        this.defaultValue = defaultValue;
        this.formerDefault = formerDefault;
        this.allowed = allowed;
        this.knownTo = knownTo;
        this.help = help;
    }

    /** The value that is measured if none is given. */
    public String defaultValue() {
        return defaultValue;
    }

    /** The value that results without this parameter were measured with; empty if there never were such results. */
    public Optional<String> formerDefault() {
        return formerDefault;
    }

    /** Whether the server must know the value, too, in whichever process it runs. */
    public boolean isKnownToServer() {
        return knownTo == KnownTo.CLIENT_AND_SERVER;
    }

    /** What it means, in half a line that follows the default. */
    public String help() {
        return help;
    }

    /** The numbers that it can have as its value; empty if it is not a number. */
    public Optional<WholeNumbers> range() {
        return allowed instanceof WholeNumbers numbers ? Optional.of(numbers) : Optional.empty();
    }

    /** @throws IllegalArgumentException if it can't have this value; the message says in one line what it can be */
    public void check(String value) {
        allowed.check(label, value);
    }

    /** Does the same as {@link #check(String)}, for a number. */
    public void check(int value) {
        check(Integer.toString(value));
    }

    /** The name of the parameter. */
    @Override
    public String toString() {
        return label;
    }
}
