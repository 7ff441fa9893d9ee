package fanout.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.BenchmarkParameter;
import fanout.record.CpuPins;
import fanout.record.JudgingRecord;
import fanout.record.ServerRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Mode;

/**
 * The settings of a run that decide what is measured. The manifest keeps them, so that a run can be
 * resumed as it was begun. Beside them it keeps what the run is judged by, which is no part of them.
 *
 * @param benchmarks regular expressions
 * @param params the values that {@code -p} gave, by name
 * @param rounds forks of each arm
 * @param until when the run ends before all its rounds; null if never
 * @param atMostSeconds the run starts no round that would not end in this time; null if there is no bound
 * @param order how the forks follow each other
 * @param alive how many forks may be alive at once
 * @param control whether the baseline's JVM is measured a second time
 * @param seed of all shuffling
 * @param iterations those of each fork, as the command line gave them
 * @param shorter the iterations of a quick run, where {@code iterations} leaves them open; not for single shots
 * @param serverJvm {@code JAVA_HOME} of a forked server; empty for that of each arm
 * @param serverHeld whether the server is forked by default, since the JVMs of the arms differ: on {@code serverJvm} or
 *     else the first arm's JVM, in the forks of all arms
 * @param cpus what is pinned to which
 * @param jvmArgs arguments of each fork, before the benchmark's own
 * @param jmh what JMH's own flags say
 * @param arms all but the control; empty in the manifests of earlier versions
 */
@JsonIgnoreProperties(JudgingRecord.KEY)
public record RunSettings(
        List<String> benchmarks,
        Map<String, List<String>> params,
        int rounds,
        Until until,
        Integer atMostSeconds,
        ForkOrder order,
        int alive,
        boolean control,
        long seed,
        IterationOptions iterations,
        IterationOptions shorter,
        String serverJvm,
        boolean serverHeld,
        CpuPins cpus,
        List<String> jvmArgs,
        JmhFlags jmh,
        List<ArmSettings> arms) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public RunSettings {
        benchmarks = List.copyOf(benchmarks);
        params.forEach((name, values) -> require(values != null, "-p " + name + " has no values"));
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        require(iterations != null, "the settings of the iterations are absent");
        serverJvm = serverJvm == null ? "" : serverJvm;
        cpus = cpus == null ? CpuPins.NONE : cpus;
        jvmArgs = List.copyOf(jvmArgs);
        jmh = jmh == null ? JmhFlags.NONE : jmh;
        arms = arms == null ? List.of() : List.copyOf(arms);
        shorter = shorter == null ? IterationOptions.OF_THE_BENCHMARK : shorter;
        require(rounds >= 1, "--rounds is " + rounds + ", must be 1 or more");
        require(alive >= 1, "--alive is " + alive + ", must be 1 or more");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** @throws JsonProcessingException if this version does not understand all of the settings */
    static RunSettings read(JsonNode json) throws JsonProcessingException {
        return MAPPER.treeToValue(json, RunSettings.class);
    }

    /** The settings as the manifest's JSON. */
    public ObjectNode toJson() {
        return MAPPER.valueToTree(this);
    }

    /**
     * The iterations of a benchmark in this mode. A single shot measures a cold JVM, so only a flag gives it other
     * iterations than its own.
     */
    public IterationOptions iterationsOf(Mode mode) {
        return mode == Mode.SingleShotTime ? iterations : iterations.orElse(shorter);
    }

    /** Whether every arm is to have all rounds, whatever is measured and however long it takes. */
    public boolean hasAllRounds() {
        return until == null && atMostSeconds == null;
    }

    /** The values of the parameters that are not measured with their defaults, by name. */
    public Map<String, List<String>> measuredParams() {
        Map<String, List<String>> all = new TreeMap<>(params);
        if (serverHeld) {
            all.put(BenchmarkParameter.SERVER.toString(), List.of(ServerRecord.FORKED));
        }
        return all;
    }

    /**
     * The same settings with a server that is held the same for all arms.
     *
     * @param jvm its {@code JAVA_HOME}; empty for that of the first arm
     */
    public RunSettings holdingServer(String jvm) {
        return with(atMostSeconds, jvm, true);
    }

    /** The same settings with another bound on the time. */
    public RunSettings atMost(Integer seconds) {
        return with(seconds, serverJvm, serverHeld);
    }

    private RunSettings with(Integer seconds, String jvm, boolean held) {
        return new RunSettings(
                benchmarks,
                params,
                rounds,
                until,
                seconds,
                order,
                alive,
                control,
                seed,
                iterations,
                shorter,
                jvm,
                held,
                cpus,
                jvmArgs,
                jmh,
                arms);
    }

    /** The same settings with the user's home directory and name hidden. */
    public RunSettings hidden(Privacy privacy) {
        return with(privacy::hide);
    }

    /** The same settings as they were before {@link #hidden}. */
    public RunSettings revealed(Privacy privacy) {
        return with(privacy::reveal);
    }

    private RunSettings with(UnaryOperator<String> change) {
        return new RunSettings(
                benchmarks,
                params,
                rounds,
                until,
                atMostSeconds,
                order,
                alive,
                control,
                seed,
                iterations,
                shorter,
                change.apply(serverJvm),
                serverHeld,
                cpus,
                jvmArgs.stream().map(change).toList(),
                jmh.with(change),
                arms.stream().map(arm -> arm.with(change)).toList());
    }
}
