package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryStudyTest {
    private static final int HISTORIES = 200;

    @ParameterizedTest
    @EnumSource
    void falseAlarmsAreHeldWhateverTheShapeAndAChangeIsFound(Shape shape) {
        for (int lines : List.of(1, 4)) {
            HistoryResult result = HistoryResult.simulate(new HistoryKind(40, lines, shape, 0), HISTORIES, 5);

            assertThat(result.alarms().isAtMost(0.05)).as("" + result).isTrue();
            assertThat(result.middle().isAtLeast(0.7)).as("" + result).isTrue();
            assertThat(result.end().isAtLeast(0.7)).as("" + result).isTrue();
        }
    }

    /** Short lines can't know whether runs depend on each other: that is published, and the page says so. */
    @Test
    void runsThatDependOnEachOtherRaiseMoreFalseAlarmsInShortLines() {
        HistoryResult shorter = HistoryResult.simulate(new HistoryKind(40, 1, Shape.NORMAL, 0.6), HISTORIES, 5);
        HistoryResult longer = HistoryResult.simulate(new HistoryKind(100, 1, Shape.NORMAL, 0.6), HISTORIES, 5);

        assertThat(shorter.alarms().isAtMost(0.2)).as("" + shorter).isFalse();
        assertThat(longer.alarms().isAtMost(0.15)).as("" + longer).isTrue();
    }

    /** If the rule changes, its numbers change, and the study must be run again. */
    @Test
    void aKindSimulatedAloneGivesThePublishedNumbers() throws IOException {
        HistoryKind smallest = HistoryKind.all().get(0);
        HistoryResult alone = HistoryResult.simulate(smallest, HistoryStudy.HISTORIES, HistoryStudy.SEED);
        String row = "| " + String.join(" | ", HistoryStudy.row(alone)) + " |";

        assertThat(Files.readAllLines(HistoryStudy.TABLE)).contains(row);
    }

    @Slow
    @Test
    void aKindOfRunsThatDependOnEachOtherGivesThePublishedNumbers() throws IOException {
        HistoryKind kind = new HistoryKind(100, 1, Shape.NORMAL, 0.6);
        HistoryResult alone = HistoryResult.simulate(kind, HistoryStudy.HISTORIES, HistoryStudy.SEED);

        assertThat(HistoryKind.all()).contains(kind);
        assertThat(Files.readAllLines(HistoryStudy.TABLE))
                .contains("| " + String.join(" | ", HistoryStudy.row(alone)) + " |");
    }

    @Test
    void everyKindIsPublished() throws IOException {
        assertThat(Files.readAllLines(HistoryStudy.TABLE))
                .filteredOn(line -> line.startsWith("|"))
                .hasSize(2 + HistoryKind.all().size());
    }
}
