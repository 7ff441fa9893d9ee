package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One of the JVMs of a run. What is not known of it is empty, or 0.
 *
 * @param label its name in the results
 * @param control whether it is the baseline's JVM a second time
 * @param version of the JVM
 * @param vendor who built it
 * @param vm name and version of the virtual machine
 * @param gc its garbage collector
 * @param maxHeapBytes the most that its heap may take
 * @param flags the flags of its forks
 * @param home where it was found, with {@code ~} for the user's home
 * @param arm what else its forks are started with; null in the manifests of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JvmRecord(
        String label,
        boolean control,
        String version,
        String vendor,
        String vm,
        String gc,
        long maxHeapBytes,
        List<String> flags,
        String home,
        ArmRecord arm) {
    /** @throws IllegalArgumentException if there is no label */
    public JvmRecord {
        if (label == null) {
            throw new IllegalArgumentException("a JVM has no label");
        }
        version = Absent.orEmpty(version);
        vendor = Absent.orEmpty(vendor);
        vm = Absent.orEmpty(vm);
        gc = Absent.orEmpty(gc);
        flags = flags == null ? List.of() : List.copyOf(flags);
        home = Absent.orEmpty(home);
    }
}
