package fanout.cli;

import fanout.run.ArmSettings;
import fanout.run.InstalledJdks;
import fanout.server.RemoteServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a run's folder may make this machine start. A folder can be somebody else's, and its manifest names programs:
 * without a word of the user, only JDKs that are found here are started, with options that load no code.
 *
 * <p>Tested by {@code fanout.cli.SentFolderTest}.
 *
 * @param folder of the run
 * @param jdks those of this machine
 */
record SentFolder(Path folder, InstalledJdks jdks) {
    private static final Pattern LOADS_CODE = Pattern.compile("@.*|-(javaagent|agentlib|agentpath|Xbootclasspath).*"
            + "|-XX:(OnError|OnOutOfMemoryError|Flags|VMOptionsFile)=.*|--(patch-module|module-path)\\b.*|-p");

    /**
     * Checks an arm that only the folder names.
     *
     * @throws UsageException if its JVM is not found on this machine, or one of its options may start something else
     */
    void requireKnown(ArmSettings arm) throws UsageException {
        String again = "; if that is right, name it again: --arm " + arm.label() + "='JAVA_HOME [JVM-OPTION]...'";
        requireKnown(Path.of(arm.home()), "the JVM of arm " + arm.label(), again);
        requireHarmless(arm.options(), "arm " + arm.label(), again);
        for (String entry : arm.classPath()) {
            if (Path.of(entry)
                    .toAbsolutePath()
                    .normalize()
                    .startsWith(folder.toAbsolutePath().normalize())) {
                throw refused(
                        "arm " + arm.label() + " has " + entry + " on its class path, which is in the folder" + again);
            }
        }
    }

    /** Checks the home of a JVM that only the folder names. */
    void requireKnown(Path home, String what, String again) throws UsageException {
        if (!jdks.has(home)) {
            throw refused(what + " is in " + home + ", where no JDK of this machine is found" + again);
        }
    }

    /** Checks options that only the folder names. */
    void requireHarmless(List<String> options, String what, String again) throws UsageException {
        for (String option : options) {
            if (LOADS_CODE.matcher(option).matches()) {
                throw refused(what + " has the option " + option + ", which may start another program" + again);
            }
        }
    }

    /**
     * Checks what every fork is started with, besides its arm's options.
     *
     * @throws UsageException if no run would start it so, or if its requests may leave this machine, which this JVM was
     *     not told
     */
    void requireOwn(List<String> arguments) throws UsageException {
        for (String argument : arguments) {
            if (!ForkArguments.isOfEveryBenchmark(argument)) {
                throw refused("its forks have the option " + argument + ", which no run gives them");
            }
        }
        String remote = "-D" + RemoteServer.ALLOW_REMOTE + "=true";
        if (arguments.contains(remote) && !Boolean.getBoolean(RemoteServer.ALLOW_REMOTE)) {
            throw refused("its server may be on another machine; if that is right, say it again: " + remote);
        }
    }

    private UsageException refused(String what) {
        return new UsageException("--resume " + folder + ": " + what);
    }
}
