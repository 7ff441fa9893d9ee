package fanout.report;

import fanout.report.RowVerdicts.VerdictCell;
import fanout.report.plot.ScoreAxis.Bar;
import java.util.List;

/**
 * One benchmark in a {@link ScoreChart}.
 *
 * @param head stands beside all of its lines
 * @param lines one for each arm that measured it, in order
 */
record ScoreRow(ScoreHead head, List<ScoreLine> lines) {
    /**
     * The score on one arm, as it is drawn and as text.
     *
     * @param row what the line belongs to; none but on its first line
     * @param style of the arm's mark
     * @param at where the score is; empty where there is none
     * @param floors where the floor of its arm is; none or one
     * @param title the whole in words
     */
    record ScoreLine(
            List<ScoreHead> row,
            String arm,
            int style,
            String score,
            String range,
            String at,
            List<Bar> bars,
            List<String> floors,
            String title,
            List<VerdictCell> verdicts,
            List<String> costs) {
        boolean isDrawn() {
            return !at.isEmpty();
        }
    }

    /**
     * The head of a row.
     *
     * @param name of the benchmark
     * @param detail its parameters, as far as benchmarks differ in them; may be empty
     * @param panel the id of the panel that shows its forks; empty where there is none
     * @param lines how many lines it stands beside
     */
    record ScoreHead(String name, String detail, String panel, int lines) {
        boolean hasDetail() {
            return !detail.isEmpty();
        }

        boolean hasPanel() {
            return !panel.isEmpty();
        }
    }
}
