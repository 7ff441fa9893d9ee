package fanout.cli;

import fanout.benchmark.AnswerTimeout;
import fanout.benchmark.Slowdown;
import fanout.client.SocketFloor;
import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.InstalledJdks;
import fanout.run.JvmFacts;
import fanout.run.ThisBuild;
import fanout.selection.ClassPath;
import fanout.selection.JmhSuite;
import fanout.server.ServerIoThreads;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the setups of the arms that {@code --arm} and {@code --jvm} name: checks that each JVM starts with its options,
 * and looks into each class path.
 *
 * <p>Tested by {@code fanout.cli.ArmUsageTest} and {@code fanout.cli.RunUsageTest}.
 */
final class ArmSetups {
    private ArmSetups() {}

    /**
     * The arms in the order given; without any, the JVM that this code runs on.
     *
     * @param flags the values of {@code --arm} and {@code --jvm}
     * @throws UsageException if a value can't be read, or two arms have one label
     */
    static List<ArmSettings> settings(List<String> flags) throws UsageException {
        InstalledJdks jdks = InstalledJdks.here();
        List<ArmSettings> arms = new ArrayList<>();
        for (String flag : flags) {
            arms.add(ArmFlag.parse(flag, jdks));
        }
        if (arms.isEmpty()) {
            String label = String.valueOf(Runtime.version().feature());
            arms.add(new ArmSettings(label, System.getProperty("java.home"), List.of(), List.of()));
        }
        return arms;
    }

    /**
     * What is in the class paths of these arms, in their order.
     *
     * @throws UsageException if a class path can't be used
     */
    static List<JmhSuite> suites(List<ArmSettings> arms) throws UsageException {
        List<JmhSuite> suites = new ArrayList<>();
        for (ArmSettings arm : arms) {
            suites.add(suite(arm));
        }
        return suites;
    }

    /**
     * The setups of these arms.
     *
     * @param suites what is in their class paths
     * @param control whether the first is measured a second time
     * @param arguments those that the forks of all arms will get
     * @throws UsageException if a JVM is missing, too old or refuses an option, or two arms have one label
     */
    static List<ArmSetup> of(List<ArmSettings> arms, List<JmhSuite> suites, boolean control, List<String> arguments)
            throws UsageException {
        List<ArmSetup> setups = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            setups.add(of(arms.get(i), suites.get(i), arguments));
        }
        if (control) {
            setups.add(setups.get(0).asControl());
        }
        requireDistinct(setups);
        return setups;
    }

    private static ArmSetup of(ArmSettings arm, JmhSuite suite, List<String> arguments) throws UsageException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(arm.options());
        requireProperties(arm, all);
        Path home = Path.of(arm.home());
        return new ArmSetup(arm.label(), home, facts(home, "arm " + arm.label(), all), arm.options(), suite, false);
    }

    /** A fork would find out too late that a property of its own can't be. */
    private static void requireProperties(ArmSettings arm, List<String> options) throws UsageException {
        try {
            Slowdown.of(options);
            AnswerTimeout.of(options);
            ServerIoThreads.of(options);
            SocketFloor.selectorsOf(options);
        } catch (IllegalArgumentException e) {
            throw new UsageException("arm " + arm.label() + ": " + e.getMessage(), e);
        }
    }

    private static JmhSuite suite(ArmSettings arm) throws UsageException {
        if (arm.classPath().isEmpty()) {
            return JmhSuite.NONE;
        }
        String text = String.join(File.pathSeparator, arm.classPath());
        try {
            ClassPath classPath = ClassPath.parse(text);
            ThisBuild.requireNotHidden(classPath);
            return JmhSuite.in(classPath);
        } catch (IllegalArgumentException e) {
            throw new UsageException("arm " + arm.label() + ", -cp " + text + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the JVM in this folder reports of itself.
     *
     * @param what it is called in messages
     */
    static JvmFacts facts(Path home, String what, List<String> arguments) throws UsageException {
        Path java = home.resolve("bin").resolve("java");
        if (!Files.isExecutable(java)) {
            throw new UsageException(what + ": no JDK in " + home + " (there is no bin/java in it)");
        }
        try {
            return JvmFacts.of(java.toString(), arguments);
        } catch (IllegalArgumentException e) {
            throw new UsageException(what + ": " + e.getMessage(), e);
        }
    }

    /** Some file systems don't distinguish upper case from lower case. */
    private static void requireDistinct(List<ArmSetup> setups) throws UsageException {
        Set<String> labels = new HashSet<>();
        for (ArmSetup setup : setups) {
            if (!labels.add(setup.label().toLowerCase(Locale.ROOT))) {
                throw new UsageException("--arm: two arms are labelled " + setup.label());
            }
        }
    }
}
