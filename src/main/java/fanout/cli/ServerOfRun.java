package fanout.cli;

import fanout.record.BenchmarkParameter;
import fanout.record.CpuPins;
import fanout.record.ServerRecord;
import fanout.results.FanoutNames;
import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.JvmFacts;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * Which server a run measures against. Where the JVMs of its arms differ, an embedded server would differ with them,
 * and a verdict on the JVMs would be half one on their servers. So the server is then forked, and is the same for all
 * arms: that on the JVM of the first, with Fanout's own class path.
 *
 * <p>Tested by {@code fanout.cli.ServerOfRunTest}.
 */
record ServerOfRun(RunSettings settings, RunPlan plan) {
    private static final String PARAMETER = BenchmarkParameter.SERVER.toString();

    /**
     * Whether a run whose user has said nothing of the server holds it fixed.
     *
     * @param arms the first is the baseline; a control is none of them
     * @param benchmarks all that are selected: a parameter of that name that another suite has means something else
     */
    static boolean isHeld(List<ArmSettings> arms, Collection<BenchmarkListEntry> benchmarks) {
        List<BenchmarkListEntry> having = benchmarks.stream()
                .filter(benchmark -> benchmark.getParams().orElse(Map.of()).containsKey(PARAMETER))
                .toList();
        return arms.stream().map(ServerOfRun::home).distinct().count() > 1
                && !having.isEmpty()
                && having.stream().allMatch(benchmark -> FanoutNames.isOurs(benchmark.getUsername()));
    }

    /** Two paths may lead to one JDK. */
    private static Path home(ArmSettings arm) {
        Path home = Path.of(arm.home());
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return home.toAbsolutePath(); // an arm that can't be used is reported where it is used
        }
    }

    /** What the user is to know before it begins, if nobody asked for it. */
    Optional<String> note() {
        if (!settings.serverHeld()) {
            return Optional.empty();
        }
        String jvm =
                settings.serverJvm().isEmpty() ? baseline().label() + "'s JVM" : "the JVM in " + settings.serverJvm();
        return Optional.of("the server runs on " + jvm
                + " in a process of its own for every arm; --server embedded has it in each benchmark's JVM");
    }

    /**
     * Its record in the manifest; null where no benchmark of Fanout's own is measured.
     *
     * @throws UsageException if the JVM that is named for it can't be used
     */
    ServerRecord toRecord() throws UsageException {
        List<String> where = plan.arms().stream()
                .map(arm -> arm.scenario())
                .filter(scenario -> FanoutNames.isOurs(scenario.benchmark()))
                .flatMap(scenario -> Stream.ofNullable(scenario.params().get(PARAMETER)))
                .distinct()
                .toList();
        if (where.isEmpty()) {
            return null;
        }
        CpuPins cpus = settings.cpus().areNone() ? null : settings.cpus();
        boolean named = !settings.serverJvm().isEmpty();
        if (!where.contains(ServerRecord.FORKED) || !named && !settings.serverHeld()) {
            return new ServerRecord(where, null, null, null, cpus);
        }
        JvmFacts jvm = named
                ? ArmSetups.facts(Path.of(settings.serverJvm()), "--server-jvm " + settings.serverJvm(), List.of())
                : baseline().facts();
        return new ServerRecord(where, named ? null : baseline().label(), jvm.version(), jvm.vm(), cpus);
    }

    private ArmSetup baseline() {
        return plan.setups().get(0);
    }
}
