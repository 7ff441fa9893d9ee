package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostsTest {
    @Test
    void requestsGoToTheHostsByTurns() {
        Hosts hosts = new Hosts(3);

        assertThat(IntStream.range(0, 7).map(hosts::of)).containsExactly(0, 1, 2, 0, 1, 2, 0);
        assertThat(hosts.of(Long.MAX_VALUE)).isBetween(0, 2);
        assertThat(hosts.addresses()).containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.3");
        assertThat(Hosts.ONE.of(999)).isZero();
    }

    @Test
    void moreHostsThanRequestsInFlightAreRefused() {
        new Hosts(16).requireAtMost(16);

        assertThatThrownBy(() -> new Hosts(16).requireAtMost(15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hosts is 16, must be at most the concurrency, 15");
        assertThatThrownBy(() -> new Hosts(17)).hasMessage("hosts is 17, must be 1 to 16");
    }
}
