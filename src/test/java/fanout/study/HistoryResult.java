package fanout.study;

import fanout.compare.ChangePoints;
import fanout.compare.LevelShift;
import fanout.compare.VerdictRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of simulated histories of one kind.
 *
 * @param alarms without a change: at least one shift in one of the lines
 * @param middle of a change of 10 % in the middle of the first line: found, at most two runs away
 * @param end of a change of 30 % in the last three runs of the first line: found, at most two runs away
 * @param others with the change in the middle: shifts of the first line elsewhere
 */
record HistoryResult(HistoryKind kind, Rate alarms, Rate middle, Rate end, Rate others) {
    private static final double MIDDLE = Math.log1p(0.1);
    private static final double END = Math.log1p(0.3);
    private static final int NEAR = 2;

    static HistoryResult simulate(HistoryKind kind, int histories, long seed) {
        Noise noise = new Noise(seed, "history " + kind);
        int half = kind.runs() / 2;
        int last = kind.runs() - ChangePoints.FEWEST_A_SIDE;
        int alarms = 0;
        int middle = 0;
        int end = 0;
        int others = 0;
        for (int history = 0; history < histories; history++) {
            List<double[]> lines = kind.draw(noise);
            alarms += found(lines).stream().allMatch(List::isEmpty) ? 0 : 1;
            List<LevelShift> ofMiddle = found(moved(lines, half, MIDDLE)).get(0);
            middle += isNear(ofMiddle, half) ? 1 : 0;
            others += ofMiddle.size() > (isNear(ofMiddle, half) ? 1 : 0) ? 1 : 0;
            end += isNear(found(moved(lines, last, END)).get(0), last) ? 1 : 0;
        }
        return new HistoryResult(
                kind,
                new Rate(alarms, histories),
                new Rate(middle, histories),
                new Rate(end, histories),
                new Rate(others, histories));
    }

    private static List<List<LevelShift>> found(List<double[]> lines) {
        return ChangePoints.of(lines, VerdictRule.CRITERIA);
    }

    private static boolean isNear(List<LevelShift> shifts, int place) {
        return shifts.stream().anyMatch(shift -> Math.abs(shift.first() - place) <= NEAR);
    }

    /** The same lines, but the first one is higher from this run on. */
    private static List<double[]> moved(List<double[]> lines, int place, double by) {
        List<double[]> moved = new ArrayList<>(lines);
        double[] first = lines.get(0).clone();
        for (int run = place; run < first.length; run++) {
            first[run] += by;
        }
        moved.set(0, first);
        return moved;
    }
}
