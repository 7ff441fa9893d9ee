package fanout.cli;

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
                    + " slow for all of them alike. Each run has a folder, with a manifest and a file for each fork;"
                    + " `compare` judges it.",
            "Interrupted, it loses nothing: --resume goes on."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every fork ended well, some perhaps at the second try",
            "1:some did not; the others are kept",
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
        JmhLock lock = lock();
        try {
            PreparedRun target = target();
            try (RunFolderWriter directory = target.directory()) {
                return measure(target, directory, spec.commandLine().getOut());
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
        return options.resume != null
                ? new ResumedRun(options).begin()
                : new NewRun(options, results)
                        .begin(spec.commandLine().getParseResult().originalArgs());
    }

    private int measure(PreparedRun target, RunFolderWriter directory, PrintWriter out)
            throws IOException, InterruptedException {
        RunProgress progress = new RunProgress(target, out, Terminal.isInteractive());
        try (WorkFolder work = WorkFolder.create()) {
            RunExecutor executor = RunExecutor.here(target.plan(), directory, target.settings(), work.path(), progress);
            return measure(progress, executor, directory);
        }
    }

    private int measure(RunProgress progress, RunExecutor executor, RunFolderWriter directory)
            throws InterruptedException {
        InterruptHook hook = new InterruptHook(() -> {
            executor.stop();
            complain("interrupted; to go on: run --resume " + directory.folder());
        });
        try {
            progress.begins();
            boolean complete = executor.run();
            if (!executor.isStopped()) {
                progress.ended();
            }
            return complete ? ExitCode.OK : ExitCode.FAILURE;
        } catch (IOException e) {
            progress.clear();
            complain("the results can't be written (" + e + "); what was measured before is kept, and --resume "
                    + directory.folder() + " goes on");
            return ExitCode.FAILURE;
        } finally {
            hook.cancel();
        }
    }

    private void complain(String problem) {
        spec.commandLine().getErr().println("fanout: " + problem);
    }
}
