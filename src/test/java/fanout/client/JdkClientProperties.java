package fanout.client;

import java.lang.invoke.MethodHandles;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the properties of the JDK's client before any test runs. The JDK reads them once, when a client of its own is
 * first made, and not only {@link JdkConnections} makes some here.
 */
public final class JdkClientProperties implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            MethodHandles.lookup().ensureInitialized(JdkConnections.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        // The JDK looks every 3 s whether anybody still needs a client. That is too seldom for a hundred closes.
        System.setProperty("jdk.internal.httpclient.selectorTimeout", "100");
    }
}
