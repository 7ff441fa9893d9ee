package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The server that a run of Fanout's own benchmarks measures against. What is not known of it is empty.
 *
 * @param where the values of the parameter {@code server}: {@code embedded}, {@code forked}, or an address
 * @param arm the label of the arm whose JVM a forked server has in the forks of all arms
 * @param version of the one JVM that a forked server has everywhere; empty if it has that of each fork
 * @param vm name and version of this JVM's virtual machine; empty likewise
 * @param cpus what it and the benchmarks are pinned to; null if nothing is pinned
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServerRecord(
        List<String> where,
        String arm,
        String version,
        String vm,
        @JsonInclude(JsonInclude.Include.NON_NULL) CpuPins cpus) {
    /** Inside the JVM of each benchmark. */
    public static final String EMBEDDED = BenchmarkParameter.Default.SERVER;
    /** In a process of its own, one for each fork. */
    public static final String FORKED = "forked";

    public ServerRecord {
        where = where == null ? List.of() : List.copyOf(where);
        arm = Absent.orEmpty(arm);
        version = Absent.orEmpty(version);
        vm = Absent.orEmpty(vm);
    }
}
