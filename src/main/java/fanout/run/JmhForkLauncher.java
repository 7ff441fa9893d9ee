package fanout.run;

import fanout.benchmark.MetricsProfiler;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Starts forks as JMH does: a {@link Runner} on a thread of its own for each fork of an arm.
 *
 * <p>Tested by {@code fanout.run.WaitingForksTest} and {@code fanout.cli.RunForksTest}.
 */
final class JmhForkLauncher implements ForkLauncher {
    private final RunSettings settings;
    private final JmhLog log;
    private final RunListener progress;

    JmhForkLauncher(RunSettings settings, JmhLog log, RunListener progress) {
        this.settings = settings;
        this.log = log;
        this.progress = progress;
    }

    @Override
    public Future<ForkResult> start(Arm arm, String turnOptions) {
        CompletableFuture<ForkResult> result = new CompletableFuture<>();
        Thread runner = new Thread(
                () -> {
                    try {
                        result.complete(measure(arm, turnOptions));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "fanout-fork-" + arm);
        runner.setDaemon(true);
        runner.start();
        return result;
    }

    private ForkResult measure(Arm arm, String turnOptions) throws RunnerException {
        // JMH adds scores on a thread of its own, which has ended when the runner returns.
        List<Double> scores = new ArrayList<>();
        OutputFormat output = log.of(arm, iteration -> {
            scores.add(iteration.getPrimaryResult().getScore());
            boolean warmup = iteration.getParams().getType() == IterationType.WARMUP;
            progress.iteration(arm, warmup, iteration.getPrimaryResult());
        });
        Collection<RunResult> results = new Runner(options(arm, turnOptions), output).run();
        List<BenchmarkResult> forks = results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .toList();
        if (forks.size() != 1) {
            throw new RunnerException("JMH gave " + forks.size() + " results for one fork");
        }
        return new ForkResult(forks.get(0), scores);
    }

    private Options options(Arm arm, String turnOptions) {
        Scenario scenario = arm.scenario();
        Mode mode = Mode.deepValueOf(scenario.mode());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(scenario.benchmark()) + "$")
                .mode(mode)
                .jvm(arm.jvm().java().toString())
                .jvmArgs(settings.jvmArgs().toArray(String[]::new))
                .forks(1)
                .warmupForks(0)
                .shouldFailOnError(true)
                .addProfiler(TurnProfiler.class, turnOptions);
        if (!settings.jvmArgs().contains(MetricsProfiler.OFF_ARGUMENT)) {
            // After TurnProfiler: JMH ends profilers in reverse order, so this one works within its fork's turn.
            options.addProfiler(MetricsProfiler.class);
        }
        scenario.params().forEach(options::param);
        settings.iterationsOf(mode).apply(options);
        return options.build();
    }

    /** Kills all descendants of this process: forks, and the processes that they have started. */
    @Override
    public void killAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
