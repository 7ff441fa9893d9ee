package fanout.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.compare.Criteria;
import fanout.record.Manifest;
import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.ForkOrder;
import fanout.run.IterationPlan;
import fanout.run.Privacy;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import fanout.run.ThisBuild;
import fanout.run.ThisHost;
import fanout.selection.BenchmarkSelector;
import fanout.selection.JmhSuite;
import fanout.selection.Scenario;
import fanout.selection.Selection;
import fanout.selection.SkippedBenchmark;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prepares a new run: checks its settings, and creates its folder. */
final class NewRun {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunOptions given;
    private final Path results;

    NewRun(RunOptions given, Path results) {
        this.given = given;
        this.results = results;
    }

    /**
     * Checks everything, then creates the folder.
     *
     * @param commandLine for the manifest
     * @throws UsageException if a flag can't be used, or the folder is there already
     */
    PreparedRun begin(List<String> commandLine) throws UsageException {
        List<ArmSettings> arms = ArmSetups.settings(given.arms);
        List<JmhSuite> suites = ArmSetups.suites(arms);
        GivenSettings flagged = new GivenSettings(given);
        RunSettings asGiven = flagged.of(arms, suites.stream().anyMatch(JmhSuite::hasBenchmarks));
        Selection selected = select(asGiven, suites);
        RunSettings settings = flagged.withServer(asGiven, selected.benchmarks());
        Selection selection = settings.equals(asGiven) ? selected : select(settings, suites);
        ProfilerCheck.check(settings.jmh().profilers(), suites);
        List<String> flags = ForkArguments.of(settings, selection.benchmarks());
        List<ArmSetup> setups = ArmSetups.of(arms, suites, settings.control(), flags);
        RunPlan plan = RunPlan.of(settings, setups, selection.scenarios());
        List<String> leftOut = Stream.of(plan.skipped(), selection.skipped())
                .flatMap(List::stream)
                .map(SkippedBenchmark::toString)
                .toList();
        if (plan.arms().isEmpty()) {
            throw new UsageException("there is nothing to measure: " + String.join("; ", leftOut));
        }
        IterationPlan iterations = new IterationPlan(settings, selection.benchmarks());
        requireTime(settings, iterations, plan);
        Criteria criteria = given.judging.criteria(List.of());
        return new PreparedRun(
                plan,
                settings,
                create(manifest(settings, plan, leftOut, flags, commandLine)),
                iterations,
                criteria,
                Stream.concat(
                                new ServerOfRun(settings, plan).note().stream(),
                                ReplacedForks.notes(settings, selection.benchmarks()).stream())
                        .toList());
    }

    private static Selection select(RunSettings settings, List<JmhSuite> suites) throws UsageException {
        try {
            return new BenchmarkSelector()
                    .select(
                            settings.benchmarks(),
                            settings.measuredParams(),
                            settings.jmh().words(),
                            suites);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** A run until it is decided takes three rounds at least. */
    private static void requireTime(RunSettings settings, IterationPlan iterations, RunPlan plan)
            throws UsageException {
        if (settings.until() == null) {
            return;
        }
        if (plan.arms().size() < 2) {
            throw new UsageException("--until: there is nothing to compare, one benchmark with one arm");
        }
        double seconds = iterations.firstRoundSeconds(plan) + (Rounds.FEWEST - 1) * iterations.laterRoundSeconds(plan);
        if (settings.atMostSeconds() != null && seconds > settings.atMostSeconds()) {
            throw new UsageException("--at-most is " + DurationFlag.minutes(settings.atMostSeconds())
                    + " min, but three rounds, the fewest for a verdict, take about " + DurationFlag.minutes(seconds)
                    + " min");
        }
    }

    private Manifest manifest(
            RunSettings settings, RunPlan plan, List<String> leftOut, List<String> flags, List<String> commandLine)
            throws UsageException {
        Privacy privacy = Privacy.ofThisUser();
        List<String> benchmarks =
                plan.scenarios().stream().map(Scenario::benchmark).toList();
        ObjectNode ofTheRun = settings.hidden(privacy).toJson();
        given.judging.toRecord().addTo(ofTheRun);
        return new Manifest(
                Manifest.SCHEMA,
                privacy.hide(String.join(" ", commandLine)),
                settings.seed(),
                ThisBuild.project(),
                ThisBuild.dependencies(),
                ThisHost.read(),
                plan.setups().stream()
                        .map(setup -> setup.toRecord(flags, benchmarks))
                        .toList(),
                settings.order().toString(),
                settings.order() == ForkOrder.TURNS,
                new ServerOfRun(settings, plan).toRecord(),
                ofTheRun,
                leftOut,
                List.of(),
                null,
                settings.until() == null ? null : List.of(),
                List.of());
    }

    private RunFolderWriter create(Manifest manifest) throws UsageException {
        String name = SECOND.format(Instant.now()) + "-" + manifest.host().name();
        for (int number = 1; ; number++) {
            Path folder = given.out != null ? given.out : results.resolve(number == 1 ? name : name + "-" + number);
            try {
                return RunFolderWriter.create(folder, manifest);
            } catch (FileAlreadyExistsException e) {
                if (given.out != null) {
                    throw new UsageException(
                            "--out " + folder + ": is there already, and nothing is overwritten; to go"
                                    + " on with a run: --resume " + folder,
                            e);
                }
            } catch (AccessDeniedException e) {
                throw new UsageException(folder + ": can't be created (permission denied)", e);
            } catch (IOException e) {
                throw new UsageException(folder + ": can't be created (" + e + ")", e);
            }
        }
    }
}
