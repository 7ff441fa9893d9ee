package fanout.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The record of a run: {@code manifest.json}. Neither the user's name nor the home directory appears in it.
 *
 * @param schema {@value #SCHEMA}
 * @param command the command line
 * @param seed of all shuffling
 * @param project what was run
 * @param dependencies the libraries in the jar, each with its version
 * @param host the machine
 * @param jvms the first is the baseline
 * @param order how the forks followed each other
 * @param turns whether the forks of a round took turns
 * @param settings all else that was asked for
 * @param leftOut what could not be measured, and why: a line each
 * @param forks one entry a fork, in the order in which they ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        String schema,
        String command,
        long seed,
        Project project,
        Map<String, String> dependencies,
        Host host,
        List<JvmEntry> jvms,
        Order order,
        boolean turns,
        RunSettings settings,
        List<String> leftOut,
        List<ForkEntry> forks) {
    public static final String SCHEMA = "fanout-run/1";

    /** One of the JVMs; {@code home} is where it was found, with {@code ~} for the user's home. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record JvmEntry(
            String label,
            boolean control,
            String version,
            String vendor,
            String vm,
            String gc,
            long maxHeapBytes,
            List<String> flags,
            String home) {
        /** @param flags those of its forks */
        public static JvmEntry of(TestedJvm jvm, List<String> flags) {
            JvmFacts facts = jvm.facts();
            return new JvmEntry(
                    jvm.label(),
                    jvm.control(),
                    facts.version(),
                    facts.vendor(),
                    facts.vm(),
                    facts.gc(),
                    facts.maxHeapBytes(),
                    flags.stream().map(Privacy.ofThisUser()::hide).toList(),
                    Privacy.ofThisUser().hide(jvm.home().toString()));
        }
    }

    public Manifest {
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        forks = forks == null ? List.of() : List.copyOf(forks);
    }

    /** The same with more forks. */
    Manifest with(List<ForkEntry> more) {
        List<ForkEntry> all = new ArrayList<>(forks);
        all.addAll(more);
        return new Manifest(
                schema, command, seed, project, dependencies, host, jvms, order, turns, settings, leftOut, all);
    }

    /** Whether this fork has ended well in that round. */
    public boolean has(int round, Arm arm) {
        return forks.stream().anyMatch(fork -> fork.isOk() && fork.isOf(round, arm));
    }
}
