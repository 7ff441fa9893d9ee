package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 40   | 0  | 0       | requests is 0, must be at least 1
            1000 | 0    | 0  | 0       | concurrency is 0, must be 1 to 1000
            1000 | 1001 | 0  | 0       | concurrency is 1001, must be 1 to 1000
            1000 | 40   | -1 | 0       | delayMillis is -1, must be at least 0
            1000 | 40   | 0  | 1048577 | payloadBytes is 1048577, must be 0 to 1048576
            """)
    void aNumberOutOfItsRangeIsNamed(int requests, int concurrency, int delay, int payload, String message) {
        assertThatThrownBy(() -> new Workload(requests, concurrency, delay, payload))
                .hasMessage(message);
    }

    @Test
    void aSmallBatchPeaksBelowTheConcurrency() {
        assertThat(new Workload(3, 40, 0, 0).peakInFlight()).isEqualTo(3);
        assertThat(new Workload(1000, 40, 0, 0).peakInFlight()).isEqualTo(40);
    }

    @Test
    void theDelayOfEachRoundOfRequestsIsTheFloor() {
        assertThat(new Workload(1000, 40, 10, 0).delayFloorMillis()).isEqualTo(250);
        assertThat(new Workload(1001, 40, 10, 0).delayFloorMillis()).isEqualTo(260);
        assertThat(new Workload(3, 40, 10, 0).delayFloorMillis()).isEqualTo(10);
        assertThat(new Workload(1000, 40, 0, 0).delayFloorMillis()).isZero();
    }
}
