package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The published table is made from the published runs. */
class PublishedTurnCostTest {
    @Test
    void theTableIsWhatTheRunsSay() throws IOException {
        assertThat(TurnCostStudy.TABLE)
                .content()
                .isEqualTo(new TurnCostTable(TurnCost.readAll(TurnCostStudy.FOLDER)).markdown());
    }
}
