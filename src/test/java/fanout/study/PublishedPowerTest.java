package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The published table is made from the published runs. */
class PublishedPowerTest {
    @Test
    void theTableIsWhatTheRunsSay() throws Exception {
        assertThat(PowerStudy.TABLE).content().isEqualTo(PowerStudy.table());
    }
}
