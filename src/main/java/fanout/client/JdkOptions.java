package fanout.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * What is chosen of what the JDK's client leaves open; {@link SetupChoices} says what each is.
 *
 * @param timeLimit of connecting, and of an answer; {@link SetupChoices#NO_LIMIT} for none
 */
record JdkOptions(Duration timeLimit, boolean retries, Function<ThreadFactory, ExecutorService> callbacks) {
    static JdkOptions of(ClientSetup setup) {
        return new JdkOptions(
                SetupChoices.TIME_LIMIT.of(setup),
                SetupChoices.JDK_RETRIES.of(setup),
                SetupChoices.JDK_CALLBACKS.of(setup));
    }

    boolean hasTimeLimit() {
        return !timeLimit.equals(SetupChoices.NO_LIMIT);
    }
}
