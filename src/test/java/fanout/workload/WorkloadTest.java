package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(new Workload(1000, 40).delayFloorMillis(10)).isEqualTo(250);
        assertThat(new Workload(1001, 40).delayFloorMillis(10)).isEqualTo(260);
        assertThat(new Workload(3, 40).delayFloorMillis(10)).isEqualTo(10);
        assertThat(new Workload(1000, 40).delayFloorMillis(0)).isZero();
    }
}
