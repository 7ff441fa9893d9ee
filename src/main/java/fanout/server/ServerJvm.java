package fanout.server;

import fanout.record.CpuPins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM of a forked server.
 *
 * @param home its JAVA_HOME, the folder with {@code bin/java}
 */
record ServerJvm(Path home) {
    /** The system property that names its JAVA_HOME; without the property, that of this JVM is used. */
    static final String PROPERTY = "fanout.serverJvm";

    /** The system property that names its class path; without the property, that of this JVM is used. */
    static final String CLASS_PATH = "fanout.serverClassPath";

    /** The system property that lists the CPUs which it is pinned to; without the property, they are this JVM's. */
    static final String CPUS = "fanout.serverCpus";

    /**
     * As large as the heap of a benchmark's fork, which an embedded server shares, so that neither JVM collects more
     * often because they are apart.
     */
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

    /** XNIO uses sun.misc.Unsafe, of which JDK 24 and newer warn on stderr; older ones ignore the property. */
    private static final String QUIET_UNSAFE = "-Dsun.misc.unsafe.memory.access=allow";

    /** @throws IllegalArgumentException if {@value #PROPERTY} names anything but a JAVA_HOME */
    static ServerJvm named() {
        String named = System.getProperty(PROPERTY);
        if (named == null) {
            return new ServerJvm(Path.of(System.getProperty("java.home")));
        }
        ServerJvm jvm = new ServerJvm(Path.of(named));
        if (!Files.isExecutable(jvm.java())) {
            throw new IllegalArgumentException(
                    PROPERTY + " is " + named + ", must be a JAVA_HOME, a folder with bin/java");
        }
        return jvm;
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** Runs {@link ServerMain}, with flags that nothing else adds to. */
    List<String> command(ServerSettings settings) {
        List<String> command = new ArrayList<>(CpuPins.prefix(System.getProperty(CPUS, "")));
        command.add(java().toString());
        command.addAll(HEAP);
        command.addAll(List.of(QUIET_UNSAFE, "-cp", classPath(), ServerMain.class.getName()));
        command.addAll(ServerArguments.of(settings));
        return command;
    }

    private static String classPath() {
        return System.getProperty(CLASS_PATH, System.getProperty("java.class.path"));
    }
}
