package fanout.cli;

import fanout.record.ForkRecord;
import fanout.record.MissingChecksums;
import fanout.run.JmhLock;
import fanout.run.RunExecutor;
import fanout.run.RunFolderWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code run}: measures several JVMs and benchmarks, whose forks take turns, and keeps a record in a folder.
 *
 * <p>Tested by {@code fanout.cli.RunUsageTest}, {@code fanout.cli.RunForksTest} and {@code fanout.jar.RunJarIT}.
 */
@Command(
        name = "run",
        description = {
            "Measures benchmarks on one or more JVMs, whose forks take turns, so that a machine whose speed drifts is"
                    + " slow for all of them alike. Each run has a folder, with a manifest and a file for each fork. In"
                    + " the end the ways to fan out are judged, and the JVMs if there are several, as `compare` and"
                    + " `report` do it.",
            "Interrupted, it loses nothing: --resume goes on."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every fork ended well, some perhaps at the second try",
            "1:some did not, and the others are kept; or the JVMs have a verdict that --fail-on names",
            "2:bad usage: nothing was measured",
            "130:interrupted",
        })
final class RunCommand implements Callable<Integer> {
    private final Path results;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    RunCommand(Path results) {
        this.results = results;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        EarlyWarning.print();
        JmhLock lock = lock();
        try {
            PreparedRun target = target();
            try (RunFolderWriter directory = target.directory()) {
                MissingChecksums.of(directory.manifest(), directory.folder().toString())
                        .ifPresent(this::complain);
                return carryOut(target, directory, spec.commandLine().getOut());
            }
        } finally {
            lock.close();
        }
    }

    private static JmhLock lock() throws UsageException {
        try {
            return JmhLock.take();
        } catch (IllegalStateException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private PreparedRun target() throws UsageException {
        if (options.noReport && options.failOn != null) {
            throw new UsageException("--fail-on can't be given with --no-report");
        }
        if (options.arms.isEmpty() && !options.benchmarks.isEmpty() && spec.parent() != null) {
            MisspelledCommand.refuse(
                    options.benchmarks.get(0), spec.parent().subcommands().keySet());
        }
        return options.resume != null
                ? new ResumedRun(options).begin()
                : new NewRun(options, results)
                        .begin(spec.commandLine().getParseResult().originalArgs());
    }

    private int carryOut(PreparedRun target, RunFolderWriter directory, PrintWriter out) throws InterruptedException {
        RunProgress progress = new RunProgress(target, out, Terminal.isInteractive());
        Rounds rounds = new Rounds(target, System::nanoTime);
        RunExecutor executor;
        boolean well;
        try (WorkFolder work = WorkFolder.create()) {
            executor = RunExecutor.here(
                    target.plan(), rounds, target.iterations(), directory, target.settings(), work.path(), progress);
            MachineWarning.look(executor, directory, out);
            well = measure(executor, directory, progress);
            if (!executor.isStopped()) {
                rounds.outcome().ifPresent(progress::says);
            }
        } catch (IOException e) {
            progress.clear();
            complain("the results can't be written (" + e + "); what was measured before is kept; to go on: "
                    + NextCommands.resume(directory.folder()));
            return ExitCode.FAILURE;
        }
        if (executor.isStopped()) {
            return ExitCode.FAILURE;
        }
        progress.ended();
        if (!options.noReport && directory.manifest().forks().stream().anyMatch(ForkRecord::endedWell)) {
            well &= report(target, out);
        }
        out.println(directory.folder());
        return well ? ExitCode.OK : ExitCode.FAILURE;
    }

    /** Returns whether every fork ended well. */
    private boolean measure(RunExecutor executor, RunFolderWriter directory, RunProgress progress)
            throws IOException, InterruptedException {
        InterruptHook hook = new InterruptHook(() -> {
            executor.stop();
            complain("interrupted; to go on: " + NextCommands.resume(directory.folder()));
        });
        try {
            progress.begins();
            return executor.run();
        } finally {
            hook.cancel();
        }
    }

    /** Returns false if the verdicts are what {@code --fail-on} names, or can't be written. */
    private boolean report(PreparedRun target, PrintWriter out) {
        FailOn failOn = options.failOn == null ? FailOn.NEVER : options.failOn;
        boolean quick = target.directory().manifest().isQuick();
        try {
            return !new RunReport(target.directory().folder(), failOn, quick, target.criteria(), out).write();
        } catch (UsageException e) {
            complain(e.getMessage() + "; what was measured is kept");
            return false;
        }
    }

    private void complain(String problem) {
        spec.commandLine().getErr().println("fanout: " + problem);
    }
}
