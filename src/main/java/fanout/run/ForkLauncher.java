package fanout.run;

import java.util.concurrent.Future;

/** Starts forks, and kills them. */
public interface ForkLauncher {
    /**
     * Starts one fork. The future is done when the fork has ended.
     *
     * @param turnOptions the {@link TurnOptions} with which the fork connects to the {@link TurnServer}
     */
    Future<ForkResult> start(Arm arm, String turnOptions);

    /** Kills all forks that are alive. */
    void killAll();
}
