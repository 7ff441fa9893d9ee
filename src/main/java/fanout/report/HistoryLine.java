package fanout.report;

import fanout.compare.LevelShift;
import fanout.report.PastScores.LineKey;
import fanout.report.PastScores.PastScore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of one benchmark on one JVM and machine.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 *
 * @param scores those that are numbers, in order of time
 * @param shifts where they moved, in order of time
 */
record HistoryLine(LineKey key, String resultSet, List<PastScore> scores, List<LevelShift> shifts) {
    /** Scores that stay at one level. */
    record Level(PastScore first, PastScore last, double score) {}

    HistoryLine with(List<LevelShift> found) {
        return new HistoryLine(key, resultSet, scores, found);
    }

    /** The first score on the new level. */
    PastScore since(LevelShift shift) {
        return scores.get(shift.first());
    }

    /** The last shift; there must be one. */
    LevelShift latest() {
        return shifts.get(shifts.size() - 1);
    }

    /** The levels between the shifts; none if there is no shift. */
    List<Level> levels() {
        if (shifts.isEmpty()) {
            return List.of();
        }
        List<Integer> ends = new ArrayList<>(List.of(0));
        shifts.forEach(shift -> ends.add(shift.first()));
        ends.add(scores.size());
        return IntStream.range(0, ends.size() - 1)
                .mapToObj(index -> {
                    PastScore first = scores.get(ends.get(index));
                    double level = index == 0
                            ? shifts.get(0).before()
                            : shifts.get(index - 1).after();
                    return new Level(first, scores.get(ends.get(index + 1) - 1), first.score(level));
                })
                .toList();
    }
}
