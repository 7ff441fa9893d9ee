package fanout.cli;

import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.results.ForkSamples;
import fanout.run.Arm;
import fanout.run.ArmSetup;
import fanout.run.ForkGroup;
import fanout.run.RunListener;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import fanout.selection.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows the progress of a run: some lines for each group of forks, and on a terminal a status line that is overwritten.
 */
final class RunProgress implements RunListener {
    private final PreparedRun target;
    private final Path folder;
    private final StatusLine status;
    private final RemainingTime remaining;
    private final Map<Arm, List<Double>> scores = new LinkedHashMap<>();
    private int round;
    private String unit = "";
    private String interim = "";

    RunProgress(PreparedRun target, PrintWriter out, boolean interactive) {
        this.target = target;
        this.folder = target.directory().folder();
        this.status = new StatusLine(out, interactive);
        RunPlan plan = target.plan();
        int done = (int) target.directory().manifest().forks().stream()
                .filter(ForkRecord::endedWell)
                .count();
        int rounds = target.settings().until() == null ? plan.rounds() : Rounds.FEWEST;
        this.remaining = new RemainingTime(
                plan.arms().size() * rounds, done, target.iterations().secondsPerFork(plan), System::nanoTime);
        if (target.settings().atMostSeconds() != null) {
            double spent = Rounds.secondsBefore(target.directory().manifest());
            remaining.bound(
                    target.settings().atMostSeconds() - spent, target.settings().until() != null);
        }
    }

    /** What is about to be measured, where to, and how long that will take. */
    void begins() {
        RunPlan plan = target.plan();
        List<String> labels = plan.setups().stream().map(ArmSetup::label).toList();
        status.line(Count.of(plan.scenarios().size(), "benchmark") + " on " + String.join(", ", labels) + ", "
                + rounds() + ", order " + plan.order() + ", seed " + plan.seed() + ": about "
                + remaining.left() + " left");
        target.directory().manifest().leftOut().forEach(status::line);
        status.line("JMH's own output: " + folder.resolve(FileNames.JMH_LOG));
    }

    private String rounds() {
        RunSettings settings = target.settings();
        return (settings.until() == null ? Count.of(settings.rounds(), "round") : "until " + settings.until())
                + (settings.atMostSeconds() == null
                        ? ""
                        : ", at most " + DurationFlag.minutes(settings.atMostSeconds()));
    }

    /** Writes a line. */
    synchronized void says(String line) {
        status.line(line);
    }

    @Override
    public synchronized void groupStarts(ForkGroup forkGroup) {
        scores.clear();
        forkGroup.arms().forEach(arm -> scores.put(arm, new ArrayList<>()));
        remaining.groupStarts(forkGroup.arms().size());
        round = forkGroup.round();
        show("forks start");
    }

    @Override
    public synchronized void iteration(Arm arm, boolean warmup, double score, String scoreUnit) {
        if (!warmup && scores.containsKey(arm)) {
            scores.get(arm).add(score);
        }
        unit = scoreUnit;
        show(arm.setup().label() + " " + arm.scenario().method() + String.format(Locale.ROOT, " %.2f %s", score, unit)
                + (warmup ? ", warming up" : ""));
    }

    private void show(String now) {
        status.show(remaining.bar() + " " + remaining.left() + " left, round " + round + ": " + now
                + (interim.isEmpty() ? "" : "; so far " + interim));
    }

    @Override
    public synchronized void groupEnded(ForkGroup forkGroup) {
        remaining.groupEnded();
        boolean fixed = target.settings().until() == null;
        status.line(
                "round " + forkGroup.round() + (fixed ? " of " + target.plan().rounds() : "") + ": " + medians() + " "
                        + unit + "; " + remaining.left() + " left");
    }

    @Override
    public synchronized void roundEnded(int ended) {
        List<String> effects = new InterimComparison(folder).lines();
        effects.forEach(effect -> status.line("  so far " + effect));
        interim = effects.isEmpty() ? interim : effects.get(0);
    }

    /** The medians of the scores of all iterations, by benchmark and then by JVM. */
    private String medians() {
        Map<Scenario, List<Arm>> scenarios = target.plan().arms().stream()
                .filter(scores::containsKey)
                .collect(Collectors.groupingBy(Arm::scenario, LinkedHashMap::new, Collectors.toList()));
        return scenarios.entrySet().stream()
                .map(scenario -> scenario.getKey().method()
                        + scenario.getValue().stream().map(this::median).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private String median(Arm arm) {
        double[] values =
                scores.get(arm).stream().mapToDouble(Double::doubleValue).toArray();
        return String.format(Locale.ROOT, " %s %.2f", arm.setup().label(), ForkSamples.median(values));
    }

    @Override
    public synchronized void groupFailed(ForkGroup forkGroup, Arm arm, String problem, String next) {
        status.line("round " + forkGroup.round() + ": " + arm + " failed (" + problem + "); " + next);
    }

    /** Writes the last lines of the measurement: what is missing, and how steady the machine was. */
    void ended() {
        clear();
        RunSummary.lines(target.plan(), target.settings(), target.directory().manifest())
                .forEach(status::line);
    }

    /** Clears the status line. */
    void clear() {
        status.show("");
    }
}
