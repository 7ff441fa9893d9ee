package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OptimalIterationsTest {
    private static final int WARMUP = 8;

    private final Random random = new Random(3);

    /** A fork costs 2 s and 8 iterations of 1.1 s: as much as 9.8 measured iterations. */
    @Test
    void theOptimumIsThatOfKaliberaAndJones() {
        double within = 0.04;
        double between = 0.02;

        assertThat(OptimalIterations.count(rounds(400, within, between), 10))
                .isBetween(
                        (int) (Math.sqrt(9.8) * within / between) - 1, (int) (Math.sqrt(9.8) * within / between) + 2);
    }

    @Test
    void ofForksThatAreAllAlikeManyIterationsAreMeasured() {
        assertThat(OptimalIterations.count(rounds(400, 0.04, 0), 10)).isEqualTo(OptimalIterations.MOST);
    }

    @Test
    void ofIterationsThatAreAllAlikeFewAreMeasured() {
        assertThat(OptimalIterations.count(rounds(20, 0.001, 0.05), 10)).isEqualTo(OptimalIterations.FEWEST);
    }

    /** What the machine does to all forks of a cycle is in no difference between them. */
    @Test
    void noiseThatAllForksOfACycleShareDoesNotCount() {
        double[] machine = new Random(9).doubles(40, 0, 0.3).toArray();
        List<Map<String, RecordedFork>> rounds = new ArrayList<>();
        for (int round = 1; round <= 20; round++) {
            rounds.add(round(round, 0.001, 0.05, machine));
        }
        assertThat(OptimalIterations.count(rounds, 10)).isEqualTo(OptimalIterations.FEWEST);
    }

    @Test
    void twoRoundsTellNothing() {
        assertThat(OptimalIterations.count(rounds(2, 0.04, 0.02), 10)).isEqualTo(10);
        assertThat(OptimalIterations.count(rounds(1, 0.04, 0.02), 10)).isEqualTo(10);
        assertThat(OptimalIterations.count(List.of(), 7)).isEqualTo(7);
    }

    private List<Map<String, RecordedFork>> rounds(int count, double within, double between) {
        List<Map<String, RecordedFork>> rounds = new ArrayList<>();
        for (int round = 1; round <= count; round++) {
            rounds.add(round(round, within, between, new double[40]));
        }
        return rounds;
    }

    private Map<String, RecordedFork> round(int round, double within, double between, double[] machine) {
        Map<String, RecordedFork> forks = new TreeMap<>();
        for (String label : List.of("17", "25")) {
            double level = Math.log(20) + between * random.nextGaussian();
            List<IterationRecord> iterations = new ArrayList<>();
            for (int i = 0; i < WARMUP + 20; i++) {
                double score = Math.exp(level + within * random.nextGaussian() + machine[i]);
                iterations.add(WarmUpRuleTest.iteration(i + 1, i < WARMUP, score, 0));
            }
            forks.put(label, new RecordedFork(record(round, label), iterations));
        }
        return forks;
    }

    static ForkRecord record(int round, String label) {
        return new ForkRecord(
                round,
                label,
                "a.b.Bench.a",
                "avgt",
                new TreeMap<>(Map.of("size", "1")),
                1,
                "",
                30.0,
                null,
                null,
                null,
                ForkRecord.OK,
                "forks/0001.json",
                null);
    }
}
