package fanout.server;

import fanout.record.JvmOptions;
import java.util.List;

/**
 * How many I/O threads the server of a benchmark has, embedded or forked. The system property of the benchmark's JVM
 * says it, so that the arms of a run can differ in it.
 *
 * <p>Tested by {@code fanout.server.ServerIoThreadsTest} and {@code fanout.cli.ArmUsageTest}.
 */
public final class ServerIoThreads {
    /** The system property. Without it, there are {@link #byDefault}. */
    public static final String PROPERTY = "fanout.serverIoThreads";

    private static final int MOST = 1024;

    private ServerIoThreads() {}

    /**
     * That of this JVM.
     *
     * @throws IllegalArgumentException if the property is not a whole number from 1 to 1024; the message is one line
     */
    public static int ofThisJvm() {
        return parse(System.getProperty(PROPERTY));
    }

    /**
     * That of a JVM with these options, of which the last one counts.
     *
     * @throws IllegalArgumentException as {@link #ofThisJvm}
     */
    public static int of(List<String> options) {
        return JvmOptions.values(options, PROPERTY)
                .map(ServerIoThreads::parse)
                .reduce(byDefault(), (before, last) -> last);
    }

    /**
     * A quarter of the processors, and 1 more if that is even: the client needs the others. Odd, since XNIO has been
     * seen to spread connections by the parity of their port, which leaves half of an even number of threads idle
     * (XNIO-328); the version in use draws at random.
     */
    static int byDefault() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4) | 1;
    }

    private static int parse(String value) {
        if (value == null) {
            return byDefault();
        }
        try {
            int threads = Integer.parseInt(value);
            if (threads >= 1 && threads <= MOST) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException(
                "-D" + PROPERTY + " is " + value + ", must be a whole number from 1 to " + MOST);
    }
}
