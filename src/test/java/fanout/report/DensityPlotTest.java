package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.report.plot.Series;
import fanout.results.JmhJson;
import fanout.results.ResultSet;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensityPlotTest {
    private static ResultSet resultSet(String name, Entry... entries) throws Exception {
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        return ResultSet.of(name, null, false, JmhJson.read(new ByteArrayInputStream(json), name));
    }

    private static Entry entry(String method, int forks, double level) {
        return new Entry("a.Bench." + method, Entry.forks(forks, level, method.hashCode()));
    }

    /** The page as far as this figure goes. */
    private static String page(ResultSet... arms) {
        PageData data = new PageData(List.of(arms), Optional.empty(), List.of());
        return DensityPlot.of(data)
                .map(figure -> Templates.fill("figure.html", figure))
                .orElse("");
    }

    @Test
    void eachArmHasACurveAndAMedianAndWordsSayHowOftenTheCandidateWasFaster() throws Exception {
        String page = page(resultSet("17", entry("m", 5, 10)), resultSet("25", entry("m", 5, 5)));

        assertThat(page.split("<path class=\"line s", -1)).hasSize(1 + 2);
        assertThat(page.split("<path class=\"line bar s", -1)).hasSize(1 + 2);
        assertThat(page).contains("25 faster in 100\u00a0% of pairs", "17: 20 iterations, half of them from ");
    }

    @Test
    void ofMoreOperationsASecondMoreIsFaster() throws Exception {
        String page = page(
                resultSet("17", entry("m", 5, 10).unit("ops/us")),
                resultSet("25", entry("m", 5, 5000).unit("ops/ms")));

        assertThat(page).contains("25 faster in 0\u00a0% of pairs", "ops/us");
    }

    /** A curve of a few points shows how they are smoothed, and a curve alone compares nothing. */
    @Test
    void fewIterationsOrOneArmHaveNoCurve() throws Exception {
        assertThat(page(resultSet("17", entry("m", 4, 10)), resultSet("25", entry("m", 5, 5))))
                .isEmpty();
        assertThat(page(resultSet("17", entry("m", 5, 10)))).isEmpty();
        assertThat(page(resultSet("17", entry("m", 5, 10)), resultSet("25", entry("n", 5, 10))))
                .isEmpty();
    }

    @Test
    void scoresThatAreAllEqualOrNotAboveZeroHaveNoCurve() throws Exception {
        double[] equal = IntStream.range(0, 20).mapToDouble(i -> 7).toArray();
        double[] zero = IntStream.range(0, 20).mapToDouble(i -> i).toArray();

        for (double[] scores : List.of(equal, zero)) {
            Entry one = new Entry("a.Bench.m", scores);
            assertThat(page(resultSet("17", one), resultSet("25", one))).isEmpty();
        }
    }

    @Test
    void aTieCountsHalf() {
        DensityPlot.ArmIterations slow = new DensityPlot.ArmIterations("slow", 1, 2, 3, 4);
        DensityPlot.ArmIterations fast = new DensityPlot.ArmIterations("fast", 2, 0);

        assertThat(slow.lowerOf(fast)).isEqualTo((4 + 2.5) / 8);
        assertThat(fast.lowerOf(slow)).isEqualTo(1.5 / 8);
    }

    @Test
    void theAreaBelowACurveIsOne() {
        List<Series.Point> curve = new Density(10, 11, 11.5, 12, 30).curve();

        double area = IntStream.range(1, curve.size())
                .mapToDouble(i -> Math.log(curve.get(i).x() / curve.get(i - 1).x())
                        * (curve.get(i).y() + curve.get(i - 1).y())
                        / 2)
                .sum();
        assertThat(area).isCloseTo(1, within(0.01));
    }

    @Test
    void twoStatesAreTwoHumps() {
        Density density = new Density(10, 10.1, 10.2, 9.9, 9.8, 20, 20.1, 20.2, 19.9, 19.8);

        assertThat(density.at(14)).isLessThan(density.at(10)).isLessThan(density.at(20));
    }
}
