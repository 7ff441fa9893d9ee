package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published tables, in every file that shows them, are made from the published numbers. */
class PublishedConditionsTest {
    @Test
    void theTablesAreWhatTheComparisonsSay() throws IOException {
        assertThat(ConditionStudy.TABLES).content().isEqualTo(ConditionStudy.markdown());
    }

    @Test
    void theReadmeOfTheResultsShowsThePublishedTables() throws IOException {
        String tables = Files.readString(ConditionStudy.TABLES);
        assertThat(tables).contains("### No delay\n", "### Delay 10 ms\n");
        int delay = tables.indexOf("### Delay 10 ms\n");
        assertThat(Files.readString(Path.of("results", "README.md")))
                .contains(tables.substring(0, delay).strip(), tables.substring(delay));
    }
}
