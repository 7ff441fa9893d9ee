package fanout.cli;

import fanout.host.Causes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.util.UnCloseablePrintStream;
import org.openjdk.jmh.util.Utils;

/** Runs JMH once and keeps its results. If the run fails, it keeps those of the benchmarks that finished. */
final class JmhRun {
    private final Console console;
    private final ResultTarget target;
    private final FinishedBenchmarks finished = new FinishedBenchmarks();
    private final AtomicBoolean settled = new AtomicBoolean();

    JmhRun(Console console, ResultTarget target) {
        this.console = console;
        this.target = target;
    }

    /**
     * Measures.
     *
     * @return 0, or 1 if a benchmark failed or nothing was measured
     * @throws UsageException if JMH refused to begin
     */
    int run(Options options) throws UsageException {
        Runner runner = new Runner(options, finished.observe(output(options)));
        InterruptHook hook = new InterruptHook(this::interrupted);
        try {
            return ended(runner.run());
        } catch (RunnerException e) {
            return failed(e);
        } catch (IOException e) {
            console.complain("the results could not be written: " + e);
            return ExitCode.FAILURE;
        } catch (RuntimeException e) {
            settle("failed: " + Causes.inOneLine(e));
            e.printStackTrace(console.err());
            return ExitCode.FAILURE;
        } finally {
            hook.cancel();
        }
    }

    /** Does what JMH's own Runner does, since that offers no way to wrap the format. */
    private OutputFormat output(Options options) throws UsageException {
        try {
            PrintStream stream = options.getOutput().hasValue()
                    ? new PrintStream(options.getOutput().get())
                    : new UnCloseablePrintStream(console.out(), Utils.guessConsoleEncoding());
            return OutputFormatFactory.createFormatInstance(
                    stream, options.verbosity().orElse(Defaults.VERBOSITY));
        } catch (FileNotFoundException | UnsupportedEncodingException e) {
            throw new UsageException("-o: " + e.getMessage(), e);
        }
    }

    private int ended(Collection<RunResult> results) throws IOException {
        if (results.isEmpty()) {
            settle("every benchmark failed");
            return ExitCode.FAILURE;
        }
        if (settled.compareAndSet(false, true)) {
            Optional<Path> file = target.keep(results);
            file.ifPresent(path -> console.out().printf("%nBenchmark result is saved to %s%n", path));
        }
        return ExitCode.OK;
    }

    private int failed(RunnerException e) throws UsageException {
        if (!(e.getCause() instanceof BenchmarkException)) {
            discard();
            throw new UsageException(Causes.messages(e), e);
        }
        settle("a benchmark failed: " + Causes.inOneLine(e.getCause()));
        return ExitCode.FAILURE;
    }

    private void discard() {
        try {
            target.keepIncomplete(List.of());
        } catch (IOException e) {
            console.complain("an empty result file was left behind: " + e);
        }
    }

    /** Runs in a shutdown hook: ends the forks, which know nothing of a signal that only this process got. */
    private void interrupted() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        settle("interrupted");
    }

    /**
     * Reports what went wrong and where the results so far are. It does so only once, since an interrupted run also
     * looks like a failed one.
     */
    private void settle(String what) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        console.out().flush();
        console.complain(what);
        try {
            target.keepIncomplete(finished.results())
                    .ifPresentOrElse(
                            file -> console.complain("what was measured before is saved to " + file),
                            () -> console.complain("nothing was measured before, so there is no result file"));
        } catch (IOException e) {
            console.complain("what was measured before could not be written: " + e);
        }
    }
}
