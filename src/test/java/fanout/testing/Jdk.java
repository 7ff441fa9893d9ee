package fanout.testing;

import java.nio.file.Path;

/**
 * A JDK on this machine.
 *
 * @param feature its feature version: 17, 25
 * @param home the folder that holds {@code bin/java}
 */
public record Jdk(int feature, Path home) {
    /** The one that runs this test. */
    public static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** Its {@code java} executable. */
    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
