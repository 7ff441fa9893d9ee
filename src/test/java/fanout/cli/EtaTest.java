package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EtaTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void theTimeLeftIsAGuessUntilTheFirstForksEnd() {
        Eta eta = new Eta(10, 0, 30, clock::get);
        assertThat(eta.left()).isEqualTo("5:00");

        eta.groupStarts(2);
        clock.addAndGet(30 * SECOND);
        assertThat(eta.left()).isEqualTo("4:30");
        clock.addAndGet(50 * SECOND);
        eta.groupEnded();

        assertThat(eta.left()).as("40 s a fork, 8 left").isEqualTo("5:20");
        assertThat(eta.bar()).isEqualTo("[==        ]");
    }

    @Test
    void forksOfAnEarlierSessionCountAsDone() {
        assertThat(new Eta(4, 4, 30, clock::get).left()).isEqualTo("0:00");
        assertThat(new Eta(4, 2, 30, clock::get).bar()).isEqualTo("[=====     ]");
    }

    @Test
    void theTimeLeftNeverDropsBelowThatOfTheOtherForks() {
        Eta eta = new Eta(4, 0, 10, clock::get);
        eta.groupStarts(2);
        clock.addAndGet(500 * SECOND);

        assertThat(eta.left()).isEqualTo("0:20");
    }
}
