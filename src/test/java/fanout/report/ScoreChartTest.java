package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.report.ScoreChart.ScoreGroup;
import fanout.report.ScoreRow.ScoreLine;
import fanout.results.JmhJson;
import fanout.results.ResultSet;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreChartTest {
    private static final Comparisons COMPARISONS = new Comparisons(Criteria.DEFAULT, false, null);
    private static final String OURS = "fanout.benchmark.FanOutBenchmark.";

    private static ResultSet resultSet(String name, Entry... entries) throws Exception {
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        return ResultSet.of(name, null, false, JmhJson.read(new ByteArrayInputStream(json), name));
    }

    private static Entry bench(String name, double level) {
        return new Entry(name, Entry.forks(5, level, 1));
    }

    private static ScoreChart chart(ResultSet... resultSets) {
        Comparison comparison =
                COMPARISONS.byJvm(resultSets[0], List.of(resultSets).subList(1, resultSets.length));
        return chart(comparison);
    }

    private static ScoreChart chart(Comparison... comparisons) {
        PageData data = new PageData(comparisons[0].resultSets(), Optional.empty(), List.of());
        return ScoreChart.of(data, List.of(comparisons)).orElseThrow();
    }

    private static List<String> names(List<ScoreRow> rows) {
        return rows.stream()
                .map(row -> (row.head().name() + " " + row.head().detail()).strip())
                .toList();
    }

    @Test
    void theFastestIsFirst() throws Exception {
        ScoreChart chart = chart(
                resultSet("17", bench("a.B.slow", 30), bench("a.B.fast", 10), bench("a.B.middle", 20)),
                resultSet("25", bench("a.B.slow", 30), bench("a.B.fast", 10), bench("a.B.middle", 20)));

        assertThat(names(chart.groups().get(0).rows())).containsExactly("fast", "middle", "slow");
        assertThat(chart.groups().get(0).unit()).isEqualTo("ms/op, less is better");
    }

    @Test
    void ofARateTheLargestIsFirst() throws Exception {
        Entry few = bench("a.B.few", 10).with("mode", "thrpt").unit("ops/s");
        Entry many = bench("a.B.many", 20).with("mode", "thrpt").unit("ops/s");

        ScoreGroup group = chart(resultSet("17", few, many), resultSet("25", few, many))
                .groups()
                .get(0);

        assertThat(names(group.rows())).containsExactly("many", "few");
        assertThat(group.unit()).isEqualTo("ops/s, more is better");
    }

    @Test
    void rowsOfTheSameParametersStandTogetherInTheOrderOfTheirNumbers() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (String size : List.of("1000", "9", "10")) {
            entries.add(bench("a.B.x", 30).with("params", Map.of("size", size)));
            entries.add(bench("a.B.y", 20).with("params", Map.of("size", size)));
        }
        Entry[] all = entries.toArray(Entry[]::new);

        assertThat(names(chart(resultSet("17", all), resultSet("25", all))
                        .groups()
                        .get(0)
                        .rows()))
                .containsExactly("y size=9", "x size=9", "y size=10", "x size=10", "y size=1000", "x size=1000");
    }

    @Test
    void eachArmHasALineWithItsVerdictAgainstTheFirst() throws Exception {
        ScoreRow row = chart(
                        resultSet("17", bench("a.B.x", 10)),
                        resultSet("21", bench("a.B.x", 40)),
                        resultSet("25", bench("a.B.x", 10)))
                .groups()
                .get(0)
                .rows()
                .get(0);

        assertThat(row.lines()).extracting(ScoreLine::arm).containsExactly("JDK 17", "JDK 21", "JDK 25");
        assertThat(row.lines())
                .extracting(line -> line.verdicts().get(0).word())
                .containsExactly("", "slower", "unchanged");
        assertThat(row.lines().get(1).verdicts().get(0).change()).isEqualTo("4.00×");
        assertThat(row.lines().get(1).title()).contains("JDK 21: ", "5 forks", "slower 4.00×");
    }

    @Test
    void strategiesAreHeldAgainstTheirBaselineAndTheFloorIsALine() throws Exception {
        ResultSet jdk = resultSet(
                "25",
                bench(OURS + "blockingThreadPool", 20),
                bench(OURS + "semaphoreAsync", 10),
                bench(OURS + "socketFloor", 5));
        ScoreChart chart = chart(COMPARISONS.byStrategy("blockingThreadPool", List.of(jdk)));
        List<ScoreRow> rows = chart.groups().get(0).rows();

        assertThat(chart.against()).containsExactly("against blockingThreadPool");
        assertThat(names(rows)).containsExactly("socketFloor", "semaphoreAsync", "blockingThreadPool");
        assertThat(rows)
                .extracting(row -> row.lines().get(0).verdicts().get(0).word())
                .containsExactly("faster", "faster", "");
        assertThat(rows)
                .extracting(row -> row.lines().get(0).floors().size())
                .as("the floor has none of its own")
                .containsExactly(0, 1, 1);
    }

    /** The name of a client of somebody's own is a parameter of the benchmark, and a part of the strategy's name. */
    @Test
    void aClientOfOnesOwnHasItsVerdict() throws Exception {
        ResultSet jdk = resultSet(
                "25",
                bench(OURS + "blockingThreadPool", 20),
                bench(OURS + "yourClient", 10).with("params", Map.of("client", "mine")));
        ScoreChart chart = chart(COMPARISONS.byStrategy("blockingThreadPool", List.of(jdk)));

        assertThat(chart.groups().get(0).rows())
                .flatExtracting(ScoreRow::lines)
                .extracting(line -> line.verdicts().get(0).word())
                .containsExactlyInAnyOrder("", "faster");
    }

    @Test
    void bothQuestionsHaveAColumn() throws Exception {
        ResultSet[] jdks = new ResultSet[2];
        for (int i = 0; i < 2; i++) {
            jdks[i] = resultSet(
                    i == 0 ? "17" : "25",
                    bench(OURS + "blockingThreadPool", 20 - 10 * i),
                    bench(OURS + "semaphoreAsync", 40));
        }
        ScoreChart chart = chart(
                COMPARISONS.byJvm(jdks[0], List.of(jdks[1])),
                COMPARISONS.byStrategy("blockingThreadPool", List.of(jdks)));

        assertThat(chart.against()).containsExactly("against JDK 17", "against blockingThreadPool");
        assertThat(chart.groups().get(0).rows().get(1).lines().get(1).verdicts())
                .extracting(RowVerdicts.VerdictCell::word)
                .containsExactly("unchanged", "slower");
    }

    @Test
    void withoutVerdictsTheScoresAreStillThere() throws Exception {
        Entry one = new Entry("a.B.x", Entry.forks(1, 10, 1));
        Entry twice = new Entry("a.B.x", Entry.forks(1, 20, 1));
        ScoreLine line = chart(resultSet("17", one), resultSet("25", twice))
                .groups()
                .get(0)
                .rows()
                .get(0)
                .lines()
                .get(1);

        assertThat(line.isDrawn()).isTrue();
        assertThat(line.verdicts().get(0).word()).isEqualTo("no verdict");
        assertThat(line.verdicts().get(0).change()).startsWith("scores ×2.0");
        assertThat(line.verdicts().get(0).hasMark()).isFalse();
    }

    @Test
    void costsHaveAColumnWhereTheyWereMeasured() throws Exception {
        Entry measured = bench("a.B.x", 10)
                .secondary("client.cpu", "us/request", Entry.forks(5, 12.345, 1))
                .secondary("latency:p0.50", "ms/request", Entry.forks(5, 0.5, 1));
        ScoreChart chart = chart(resultSet("17", measured), resultSet("25", bench("a.B.x", 10)));

        assertThat(chart.costs()).containsExactly("p50, ms", "CPU, us/request");
        List<ScoreLine> lines = chart.groups().get(0).rows().get(0).lines();
        assertThat(lines.get(0).costs().get(1)).startsWith("12.");
        assertThat(lines.get(1).costs()).containsExactly("", "");
    }

    @Test
    void eachClassModeAndUnitHasAnAxisOfItsOwn() throws Exception {
        Entry[] all = {
            bench("a.b.One.x", 10),
            bench("a.c.Two.x", 1000),
            bench("a.b.One.y", 5).unit("us/op"),
        };
        ScoreChart chart = chart(resultSet("17", all), resultSet("25", all));

        assertThat(chart.groups())
                .extracting(ScoreGroup::title)
                .containsExactlyInAnyOrder("b.One, avgt, ms/op", "b.One, avgt, us/op", "c.Two, avgt, ms/op");
    }

    /** Of a large suite a reader sees what has changed; the rest is one click away. */
    @Test
    void ofManyBenchmarksThoseWithAChangeAreShown() throws Exception {
        Entry[] from = new Entry[50];
        Entry[] to = new Entry[50];
        for (int i = 0; i < 50; i++) {
            from[i] = bench("a.B.m" + i, 10);
            to[i] = bench("a.B.m" + i, i == 7 ? 20 : 10);
        }
        ScoreChart chart = chart(resultSet("17", from), resultSet("25", to));
        ScoreGroup group = chart.groups().get(0);

        assertThat(names(group.rows())).containsExactly("m7");
        assertThat(group.rest()).hasSize(49);
        assertThat(group.restCount()).isEqualTo("49 more benchmarks without a change");
        assertThat(chart.filtered()).isTrue();
    }
}
