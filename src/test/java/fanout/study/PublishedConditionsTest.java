package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published tables, in every file that shows them, are made from the published numbers. */
class PublishedConditionsTest {
    @Test
    void theTablesAreWhatTheComparisonsSay() throws IOException {
        assertThat(ConditionStudy.TABLES).content().isEqualTo(String.join("\n", ConditionStudy.sections()));
    }

    @Test
    void theReadmeOfTheResultsShowsThePublishedTables() throws IOException {
        assertThat(Path.of("results", "README.md")).content().contains(ConditionStudy.sections());
    }

    @Test
    void theReadmeOfTheResultsShowsTheTail() throws IOException {
        assertThat(TailStudy.TABLES).content().isEqualTo(String.join("\n", TailStudy.tables()));
        assertThat(Path.of("results", "README.md")).content().contains(TailStudy.tables());
    }
}
