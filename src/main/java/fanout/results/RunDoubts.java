package fanout.results;

import fanout.record.Manifest;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * What makes all results of a run doubtful, whichever of them is looked at.
 *
 * <p>Tested by {@code fanout.cli.RunDoubtsTest}.
 */
final class RunDoubts {
    /** A machine whose own speed changes by this factor moves a score more than what most verdicts are about. */
    private static final double UNSTEADY = 1.5;

    private RunDoubts() {}

    /**
     * A line for each; empty for a run that can be concluded from.
     *
     * @param server what is known of how busy the server was
     */
    static List<String> of(Manifest manifest, ServerBottleneck server) {
        List<String> lines = new ArrayList<>();
        if (manifest.isQuick()) {
            lines.add("a run with --quick: it is for trying things out, and too short to conclude from");
        }
        server.line().ifPresent(lines::add);
        DoubleSummaryStatistics ruler = manifest.rulers();
        double spread = ruler.getMax() / ruler.getMin();
        if (ruler.getCount() > 0 && spread > UNSTEADY) {
            lines.add(String.format(
                    Locale.ROOT,
                    "the machine's own speed changed by %.1f×: its ruler, a fixed loop, took %.2f to %.2f ms",
                    spread,
                    ruler.getMin(),
                    ruler.getMax()));
        }
        return lines;
    }
}
