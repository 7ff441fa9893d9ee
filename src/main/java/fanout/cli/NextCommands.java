package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Criteria;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that may follow a run, to be pasted.
 *
 * <p>Tested by {@code fanout.cli.ProgramTest} and {@code fanout.cli.RunReportTest}.
 *
 * @param folder of the run
 * @param criteria that it was judged by
 */
record NextCommands(Program program, Path folder, Criteria criteria) {
    private static final String FIRST = "Next: ";

    /** How to go on with a run that has not ended. */
    static String resume(Path folder) {
        return Program.here().command("run", "--resume", folder);
    }

    /**
     * The commands, a line each.
     *
     * @param by what can be compared, in this order
     */
    List<String> lines(List<Comparison.By> by) {
        List<String> commands = new ArrayList<>();
        for (Comparison.By each : by) {
            List<Object> words = new ArrayList<>(List.of("compare"));
            if (!each.isArm()) {
                words.addAll(List.of("--by", each));
            }
            if (criteria.threshold() != Criteria.DEFAULT.threshold()) {
                words.addAll(List.of("--threshold", criteria.threshold()));
            }
            if (criteria.alpha() != Criteria.DEFAULT.alpha()) {
                words.addAll(List.of("--alpha", criteria.alpha()));
            }
            words.add(folder);
            commands.add(program.command(words.toArray()));
        }
        commands.add(program.command("report", folder));
        List<String> lines = new ArrayList<>();
        for (String command : commands) {
            lines.add((lines.isEmpty() ? FIRST : " ".repeat(FIRST.length())) + command);
        }
        return lines;
    }
}
