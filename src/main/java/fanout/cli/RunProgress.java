package fanout.cli;

import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.run.Arm;
import fanout.run.ArmSetup;
import fanout.run.ForkGroup;
import fanout.run.RunListener;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows the progress of a run: some lines for each group of forks, and on a terminal a status line that is overwritten.
 */
final class RunProgress implements RunListener {
    private final PreparedRun target;
    private final Path folder;
    private final StatusLine status;
    private final RemainingTime remaining;
    private final BenchmarkNames names;
    private RoundLines scores;
    private int round;
    private String interim = "";

    RunProgress(PreparedRun target, PrintWriter out, boolean interactive) {
        this.target = target;
        this.folder = target.directory().folder();
        this.status = new StatusLine(out, interactive);
        RunPlan plan = target.plan();
        this.names = BenchmarkNames.ofScenarios(plan.scenarios());
        this.scores = new RoundLines(names, List.of());
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
        target.notes().forEach(status::line);
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
        scores = new RoundLines(names, forkGroup.arms());
        remaining.groupStarts(forkGroup.arms().size());
        round = forkGroup.round();
        show("forks start");
    }

    @Override
    public synchronized void iteration(Arm arm, boolean warmup, double score, String scoreUnit) {
        if (!warmup) {
            scores.add(arm, score, scoreUnit);
        }
        show(arm.setup().label() + " " + names.of(arm.scenario()) + " " + ScoreText.of(score) + " " + scoreUnit
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
        String name =
                "round " + forkGroup.round() + (fixed ? " of " + target.plan().rounds() : "");
        scores.lines(name, remaining.left() + " left", target.plan().arms()).forEach(status::words);
    }

    /** Two rounds say next to nothing of how far others would be from them. */
    @Override
    public synchronized void roundEnded(int ended) {
        if (ended < Rounds.FEWEST) {
            return;
        }
        List<String> effects = new InterimComparison(folder, target.criteria()).lines();
        effects.forEach(effect -> status.words("  so far " + effect));
        interim = effects.isEmpty() ? interim : effects.get(0);
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
