package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.results.JmhJson;
import fanout.results.ResultSet;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of a suite of 232 benchmarks, in eight packages, of which three have changed. */
class LargeSuiteTest {
    private static final int BENCHMARKS = 232;

    private static ResultSet resultSet(String name, int forks, double factor) throws Exception {
        Entry[] all = IntStream.range(0, BENCHMARKS)
                .mapToObj(i -> new Entry(
                        "com.example.suite.p" + i % 8 + ".CounterBench.m" + i,
                        Entry.forks(forks, 10 * (i > 200 && i < 204 ? factor : 1), i)))
                .toArray(Entry[]::new);
        byte[] json = Entry.json(all).getBytes(StandardCharsets.UTF_8);
        return ResultSet.of(name, null, false, JmhJson.read(new ByteArrayInputStream(json), name));
    }

    private static String page(int forks) throws Exception {
        Comparison comparison = new Comparisons(Criteria.DEFAULT, false, null)
                .byJvm(resultSet("17", forks, 1), List.of(resultSet("25", forks, 2)));
        return HtmlReport.render(comparison);
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void whatHasChangedIsShownAndAllElseIsFoldedAway() throws Exception {
        String page = page(5);
        String scores = page.substring(page.indexOf("<section id=\"scores\""), page.indexOf("id=\"verdicts\""));

        assertThat(page)
                .contains("JDK 25 is slower than JDK 17: ", " Unchanged: 229.")
                .contains("id=\"filter\"");
        assertThat(count(scores, "<details class=\"rest\">"))
                .as("one for each class with a change, and one for all others")
                .isEqualTo(4);
        assertThat(scores).contains("145 more benchmarks without a change");
        assertThat(count(scores, "<h3>p\\d.CounterBench"))
                .as("without what all have in common")
                .isEqualTo(8);
        assertThat(count(scores, "<tbody>")).isEqualTo(BENCHMARKS);
        assertThat(count(scores.replaceAll("(?s)<details.*?</details>", ""), "<tbody>"))
                .isEqualTo(3);
        assertThat(count(page, "<figure id=\"fork-")).isEqualTo(PageData.MOST_PANELS);
        assertThat(page).contains("Drawn are 20 of 232 benchmarks");
        assertThat(page.length()).isLessThan(2_000_000);
    }

    /** There is nothing to judge and nothing that a fork could lie off: one sentence says what is missing. */
    @Test
    void ofOneForkASideThereAreScoresAndNoEmptyPlots() throws Exception {
        String page = page(1);

        assertThat(page)
                .contains("No verdicts: one fork a side, 3 are needed (-f 3, or run --rounds 5).")
                .contains("no verdict scores ×")
                .doesNotContain("id=\"changes\"", "id=\"forks\"");
        assertThat(page.length()).isLessThan(2_000_000);
    }
}
