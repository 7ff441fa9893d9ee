package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 40   | requests is 0, must be at least 1
            1000 | 0    | concurrency is 0, must be 1 to 1000
            1000 | 1001 | concurrency is 1001, must be 1 to 1000
            """)
    void aNumberOutOfItsRangeIsNamed(int requests, int concurrency, String message) {
        assertThatThrownBy(() -> new Workload(requests, concurrency)).hasMessage(message);
    }

    @Test
    void aSmallBatchPeaksBelowTheConcurrency() {
        assertThat(new Workload(3, 40).peakInFlight()).isEqualTo(3);
        assertThat(new Workload(1000, 40).peakInFlight()).isEqualTo(40);
    }

    @Test
    void theDelayOfEachRoundOfRequestsIsTheFloor() {
        assertThat(new Workload(1000, 40).delayFloorMillis(id -> 10)).isEqualTo(250);
        assertThat(new Workload(1001, 40).delayFloorMillis(id -> 10)).isEqualTo(260);
        assertThat(new Workload(3, 40).delayFloorMillis(id -> 10)).isEqualTo(10);
        assertThat(new Workload(1000, 40).delayFloorMillis(id -> 0)).isZero();
    }

    /** In each millisecond every slot waits for one more of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 100})
    void theDelayFloorIsThatOfASimulation(int concurrency) {
        DelaySpread spread = DelaySpread.parse("lognormal:1");
        for (int batch = 0; batch < 20; batch++) {
            int number = batch;
            int[] left = new int[concurrency];
            int next = 0;
            long now = 0;
            boolean busy = true;
            while (busy) {
                busy = false;
                for (int slot = 0; slot < concurrency; slot++) {
                    while (left[slot] == 0 && next < 100) {
                        left[slot] = spread.millis(5, batch, next++);
                    }
                    busy |= left[slot] > 0;
                    left[slot] = Math.max(0, left[slot] - 1);
                }
                now += busy ? 1 : 0;
            }
            assertThat(new Workload(100, concurrency).delayFloorMillis(id -> spread.millis(5, number, id)))
                    .isEqualTo(now);
        }
    }
}
