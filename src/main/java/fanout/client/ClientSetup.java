package fanout.client;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How a strategy sets up the library that it uses. What that means, library by library, is in {@code SetupChoices}.
 *
 * <p>Tested by {@code fanout.client.WireTest} and {@code fanout.client.FanOutClientContractTest}.
 */
public enum ClientSetup {
    /** What the library's documentation tells a user to write for a service in production. */
    IDIOMATIC("idiomatic"),
    /** The least that the library offers: no time limits, redirects, retries, cookies or decompression. */
    MINIMAL("minimal"),
    /** The fastest that was found and that a user could write. */
    TUNED("tuned");

    private final String label;

    ClientSetup(String label) {
        this.label = label;
    }

    /**
     * The setup of that name.
     *
     * @throws IllegalArgumentException if there is none; in one line that lists them
     */
    public static ClientSetup of(String label) {
        return Arrays.stream(values())
                .filter(setup -> setup.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("setup is " + label + ", must be "
                        + Arrays.stream(values()).map(ClientSetup::toString).collect(Collectors.joining(" or "))));
    }

    /** Its name as a value of the parameter {@code setup}. */
    @Override
    public String toString() {
        return label;
    }
}
