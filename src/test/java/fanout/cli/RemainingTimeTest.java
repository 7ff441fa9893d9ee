package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void theTimeLeftIsAGuessUntilTheFirstForksEnd() {
        RemainingTime remaining = new RemainingTime(10, 0, 30, clock::get);
        assertThat(remaining.left()).isEqualTo("5:00");

        remaining.groupStarts(2);
        clock.addAndGet(30 * SECOND);
        assertThat(remaining.left()).isEqualTo("4:30");
        clock.addAndGet(50 * SECOND);
        remaining.groupEnded();

        assertThat(remaining.left()).as("40 s a fork, 8 left").isEqualTo("5:20");
        assertThat(remaining.bar()).isEqualTo("[==        ]");
    }

    @Test
    void forksOfAnEarlierSessionCountAsDone() {
        assertThat(new RemainingTime(4, 4, 30, clock::get).left()).isEqualTo("0:00");
        assertThat(new RemainingTime(4, 2, 30, clock::get).bar()).isEqualTo("[=====     ]");
    }

    @Test
    void theTimeLeftNeverDropsBelowThatOfTheOtherForks() {
        RemainingTime remaining = new RemainingTime(4, 0, 10, clock::get);
        remaining.groupStarts(2);
        clock.addAndGet(500 * SECOND);

        assertThat(remaining.left()).isEqualTo("0:20");
    }

    @Test
    void aBoundOnTheTimeIsTheMostThatIsLeft() {
        RemainingTime fixed = new RemainingTime(4, 0, 30, clock::get);
        fixed.bound(60, false);
        RemainingTime open = new RemainingTime(1, 0, 30, clock::get);
        open.bound(90, true);

        assertThat(fixed.left()).isEqualTo("1:00");
        assertThat(open.left()).as("nobody knows how many forks it takes").isEqualTo("1:30");
        clock.addAndGet(100 * SECOND);
        assertThat(open.left()).isEqualTo("0:00");
    }
}
