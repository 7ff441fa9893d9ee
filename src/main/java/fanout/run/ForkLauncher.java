package fanout.run;

import java.util.concurrent.Future;

/** Starts forks, and ends them. */
public interface ForkLauncher {
    /** Starts one fork, which comes to the turnstile with this ticket; the future is done when it has ended. */
    Future<ForkResult> start(Arm arm, String turnOptions);

    /** Kills all that are alive. */
    void killAll();
}
