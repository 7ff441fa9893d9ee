package fanout.run;

import java.util.concurrent.Future;
import org.openjdk.jmh.results.BenchmarkResult;

/** Starts forks, and ends them. */
public interface ForkLauncher {
    /** Starts one fork, which comes to the turnstile with this ticket; the future is done when it has ended. */
    Future<BenchmarkResult> start(Arm arm, String ticket);

    /** Kills all that are alive. */
    void killAll();
}
