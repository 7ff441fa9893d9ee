package fanout.client;

import java.lang.invoke.MethodHandles;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the properties of the JDK's client before any test runs. The JDK reads them once, when its first client is made,
 * and in the tests {@link JdkConnections} is not the only class that makes clients.
 */
public final class JdkClientProperties implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            MethodHandles.lookup().ensureInitialized(JdkConnections.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        // The JDK checks every 3 s whether a client is still in use. That is too seldom for a hundred closes.
        System.setProperty("jdk.internal.httpclient.selectorTimeout", "100");
    }
}
