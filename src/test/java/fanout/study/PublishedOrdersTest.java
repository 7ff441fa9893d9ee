package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The published table is made from the published numbers. */
class PublishedOrdersTest {
    @Test
    void theTableIsWhatTheComparisonsSay() throws IOException {
        assertThat(OrderStudy.TABLE)
                .content()
                .isEqualTo(new OrderTable(OrderVerdict.readAll(OrderStudy.FOLDER)).markdown());
    }
}
