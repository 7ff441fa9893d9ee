package fanout.testing;

import fanout.run.InstalledJdks;
import fanout.run.JvmFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JDKs on this machine that Fanout can be measured on. */
public final class Jdks {
    private Jdks() {}

    /** One JDK for each feature version found, oldest first; of its own version the running one. Never empty. */
    public static List<Jdk> found() {
        SortedMap<Integer, Jdk> byFeature = new TreeMap<>();
        InstalledJdks.here()
                .found()
                .tailMap(JvmFacts.OLDEST)
                .forEach((feature, home) -> byFeature.put(feature, new Jdk(feature, home)));
        byFeature.put(Jdk.running().feature(), Jdk.running());
        return List.copyOf(byFeature.values());
    }
}
