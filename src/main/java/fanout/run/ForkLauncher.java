package fanout.run;

import fanout.host.TurnOptions;
import java.util.concurrent.Future;
import org.openjdk.jmh.results.BenchmarkResult;

/** Starts forks, and kills them. */
public interface ForkLauncher {
    /**
     * Starts one fork. The future is done when the fork has ended.
     *
     * @param iterations those of this fork, where they differ from the benchmark's own
     * @param turnOptions those with which the fork connects to the {@link TurnServer}
     */
    Future<BenchmarkResult> start(Arm arm, IterationOptions iterations, TurnOptions turnOptions);

    /** Kills all forks that are alive. */
    void killAll();
}
