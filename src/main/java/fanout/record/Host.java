package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The machine of a run. What is not known of it is empty, or 0.
 *
 * @param name its name, in a form that can be part of a file's name
 * @param cpu the model
 * @param cores logical processors that a JVM sees
 * @param memoryBytes physical memory
 * @param kernel its version
 * @param os name of the system
 * @param hypervisor the one whose guest the machine is, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Host(String name, String cpu, int cores, long memoryBytes, String kernel, String os, String hypervisor) {
    /** Nothing is known. */
    static final Host UNKNOWN = new Host(null, null, 0, 0, null, null, null);

    public Host {
        name = Absent.orEmpty(name);
        cpu = Absent.orEmpty(cpu);
        kernel = Absent.orEmpty(kernel);
        os = Absent.orEmpty(os);
        hypervisor = Absent.orEmpty(hypervisor);
    }
}
