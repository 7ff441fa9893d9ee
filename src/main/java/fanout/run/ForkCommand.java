package fanout.run;

import fanout.benchmark.MetricsProfiler;
import fanout.host.ForkHost;
import fanout.host.ForkRequest;
import fanout.host.TurnOptions;
import fanout.record.CpuPins;
import fanout.selection.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;

/**
 * How the host process of a fork is started, and what it is asked for.
 *
 * @param settings those of the run
 * @param hostJar the jar with {@code fanout.host} alone, for the benchmarks of others
 */
record ForkCommand(RunSettings settings, Path hostJar) {
    /**
     * A host waits most of its life, and is to cost little: no second compiler, no threads of a garbage collector.
     * JMH's lock is held by the run.
     */
    private static final List<String> HOST_OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Djmh.ignoreLock=true",
            "-Dsun.misc.unsafe.memory.access=allow");

    /**
     * The command line of a host.
     *
     * @param result the file for the result
     */
    List<String> of(Arm arm, Path result) {
        List<String> command = new ArrayList<>(CpuPins.prefix(settings.cpus().forks()));
        command.add(arm.setup().java().toString());
        command.addAll(HOST_OPTIONS);
        command.addAll(List.of("-cp", classPath(arm), ForkHost.class.getName(), result.toString()));
        return command;
    }

    /** A fork has the class path of its host. */
    private String classPath(Arm arm) {
        String behind = arm.isOfSuite() ? hostJar.toString() : System.getProperty("java.class.path");
        return arm.setup().classPath().followedBy(behind);
    }

    ForkRequest request(Arm arm, IterationOptions iterations, TurnOptions turns) {
        Scenario scenario = arm.scenario();
        Mode mode = Mode.deepValueOf(scenario.mode());
        List<String> flags = new ArrayList<>(iterations.words());
        flags.addAll(settings.jmh().forFork());
        return new ForkRequest(
                scenario.benchmark(),
                mode.name(),
                scenario.params(),
                arm.setup().java().toString(),
                settings.jvmArgs(),
                settings.jmh().jvmArgs(),
                arm.setup().options(),
                flags,
                profilers(arm),
                turns);
    }

    private List<String> profilers(Arm arm) {
        List<String> profilers = new ArrayList<>();
        if (!arm.isOfSuite() && !settings.jvmArgs().contains(MetricsProfiler.OFF_ARGUMENT)) {
            profilers.add(MetricsProfiler.class.getName());
        }
        profilers.addAll(settings.jmh().profilers());
        return profilers;
    }
}
