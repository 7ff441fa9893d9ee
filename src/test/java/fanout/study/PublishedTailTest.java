package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published times of batches are those of the run and of the simulation. */
class PublishedTailTest {
    @Test
    void theTablesAreWhatTheRunSays() throws Exception {
        assertThat(TailStudy.TABLE).content().isEqualTo(TailStudy.markdown());
        assertThat(Path.of("results", "README.md"))
                .content()
                .contains(TailStudy.markdown().strip().split("\n\n"));
    }
}
