package fanout.workload;

import fanout.record.BenchmarkParameter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hosts that the requests of a batch are spread over, by turns: the request with an id goes to host number
 * {@code id % count}. A server of ours is all of them, with one port on as many loopback addresses.
 *
 * <p>Tested by {@code fanout.workload.HostsTest}.
 *
 * @param count 1 to 16
 */
public record Hosts(int count) {
    /** As if there was no choice: all requests go to one. */
    public static final Hosts ONE = new Hosts(1);

    /** The address of the first. */
    public static final String FIRST_ADDRESS = "127.0.0.1";

    private static final String NETWORK = "127.0.0.";

    /** @throws IllegalArgumentException if the count is out of its range */
    public Hosts {
        BenchmarkParameter.HOSTS.check(count);
    }

    /** The number of the host, from 0, that the request with this id, 0 or more, goes to. */
    public int of(long id) {
        return of(id, count);
    }

    /** The same of so many hosts, without a check. */
    public static int of(long id, int count) {
        return (int) (id % count);
    }

    /** The address of each, in their order: 127.0.0.1, 127.0.0.2 and so on. */
    public List<String> addresses() {
        return IntStream.rangeClosed(1, count).mapToObj(last -> NETWORK + last).toList();
    }

    /**
     * Checks that each host can be asked all the time.
     *
     * @throws IllegalArgumentException if there are more hosts than requests in flight
     */
    public void requireAtMost(int concurrency) {
        if (count > concurrency) {
            throw new IllegalArgumentException(
                    "hosts is " + count + ", must be at most the concurrency, " + concurrency);
        }
    }
}
