package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.workload.DelaySpread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelaysTest {
    private static final DelaySpread SPREAD = DelaySpread.parse("lognormal:1");

    /** In whatever order the requests of a batch come. */
    @Test
    void eachBatchHasTheDelaysOfItsNumber() {
        Delays delays = new Delays(1000, SPREAD);
        for (int batch = 0; batch < 3; batch++) {
            int number = batch;
            List<Integer> ids = batch % 2 == 0 ? List.of(0, 1, 2) : List.of(2, 0, 1);
            assertThat(ids).allMatch(id -> delays.next(id) == SPREAD.millis(1000, number, id));
        }
    }

    @Test
    void aResetBeginsWithABatchOfAnotherNumber() {
        Delays one = new Delays(1000, SPREAD);
        Delays other = new Delays(1000, SPREAD);
        IntStream.range(0, 5).forEach(batch -> one.next(7)); // it was faster than the other

        one.reset();
        other.reset();

        assertThat(one.firstBatch()).isEqualTo(other.firstBatch()).isNotZero();
        assertThat(one.next(7)).isEqualTo(other.next(7)).isEqualTo(SPREAD.millis(1000, one.firstBatch(), 7));
    }

    @Test
    void withoutASpreadAllWaitAlike() {
        assertThat(new Delays(0, DelaySpread.NONE).any()).isFalse();
        assertThat(new Delays(3, DelaySpread.NONE).next(1)).isEqualTo(3);
        assertThat(new Delays(0, DelaySpread.parse("stragglers:1:10")).any()).isTrue();
    }
}
