package fanout.cli;

import fanout.record.FileNames;
import fanout.record.Manifest;
import fanout.run.Arm;
import fanout.run.ForkGroup;
import fanout.run.ForkRecords;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** The lines at the end of a run. */
final class RunSummary {
    /** A core whose speed varies by this much moves a score more than most changes do. */
    private static final double UNSTEADY = 1.2;

    private RunSummary() {}

    static List<String> lines(RunPlan plan, RunSettings settings, Manifest manifest) {
        List<String> lines = new ArrayList<>();
        long failed = manifest.forks().stream()
                .filter(fork -> fork.status().startsWith("failed"))
                .count();
        if (failed > 0) {
            lines.add(failed + " of " + manifest.forks().size() + " forks failed; " + FileNames.MANIFEST + " says why");
        }
        for (ForkGroup forkGroup : plan.forkGroups()) {
            for (Arm arm : forkGroup.arms()) {
                boolean due = settings.hasAllRounds() || ForkRecords.hasTried(manifest, forkGroup.round(), arm);
                if (due && !ForkRecords.has(manifest, forkGroup.round(), arm)) {
                    lines.add("missing: round " + forkGroup.round() + " of " + arm);
                }
            }
        }
        machine(manifest, lines);
        return lines;
    }

    private static void machine(Manifest manifest, List<String> lines) {
        DoubleSummaryStatistics ruler = manifest.rulers();
        if (ruler.getCount() > 0) {
            double spread = ruler.getMax() / ruler.getMin();
            lines.add(String.format(
                    Locale.ROOT,
                    "ruler: a fixed loop took %.2f to %.2f ms, the median of each fork's turns%s",
                    ruler.getMin(),
                    ruler.getMax(),
                    spread < UNSTEADY
                            ? ""
                            : String.format(Locale.ROOT, "; the machine's own speed changed by %.1fx", spread)));
        }
    }
}
