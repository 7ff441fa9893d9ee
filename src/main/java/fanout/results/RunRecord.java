package fanout.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report shows of {@code manifest.json}, beside what a comparison needs ({@link RunManifest}). What a manifest
 * lacks is empty, or 0.
 *
 * @param command the command line
 * @param seed of all shuffling; null where unknown
 * @param project what was run
 * @param dependencies the libraries in the jar, each with its version
 * @param host where it ran
 * @param jvms in the order of the command line
 * @param order how the forks followed each other
 * @param turns whether the forks of a round took turns
 * @param leftOut what could not be measured, and why: a line each
 * @param forks one entry a fork, failed ones too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunRecord(
        String command,
        Long seed,
        Project project,
        SortedMap<String, String> dependencies,
        Host host,
        List<Jvm> jvms,
        String order,
        boolean turns,
        List<String> leftOut,
        List<Fork> forks) {
    public RunRecord {
        command = known(command);
        project = project == null ? new Project("", "", false) : project;
        dependencies = dependencies == null ? new TreeMap<>() : dependencies;
        host = host == null ? new Host("", "", 0, 0, "", "", "") : host;
        jvms = jvms == null ? List.of() : List.copyOf(jvms);
        order = known(order);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        forks = forks == null ? List.of() : List.copyOf(forks);
    }

    private static String known(String text) {
        return text == null ? "" : text;
    }

    /** @param dirty whether the sources had changes that were not committed */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Project(String version, String commit, boolean dirty) {
        public Project {
            version = known(version);
            commit = known(commit);
        }
    }

    /** The machine. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Host(
            String name, String cpu, int cores, long memoryBytes, String kernel, String os, String hypervisor) {
        public Host {
            name = known(name);
            cpu = known(cpu);
            kernel = known(kernel);
            os = known(os);
            hypervisor = known(hypervisor);
        }
    }

    /** One of the JVMs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Jvm(
            String label,
            boolean control,
            String version,
            String vendor,
            String vm,
            String gc,
            long maxHeapBytes,
            List<String> flags) {
        public Jvm {
            label = known(label);
            version = known(version);
            vendor = known(vendor);
            vm = known(vm);
            gc = known(gc);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * One fork.
     *
     * @param round from 1
     * @param label of its JVM
     * @param start UTC, ISO 8601; empty where unknown
     * @param seconds from its start to its end, the turns of others included; null where unknown
     * @param loadAverage of the machine meanwhile; null where unknown
     * @param steal the share of CPU time that the hypervisor gave to others, 0 to 1; null where unknown
     * @param rulerMillis the fixed loop; null where unknown
     * @param status {@code ok}, or why there is no result
     * @param file its JMH JSON, relative to the run's folder; empty if there is none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fork(
            int round,
            String label,
            String benchmark,
            SortedMap<String, String> params,
            String start,
            Double seconds,
            Double loadAverage,
            Double steal,
            Double rulerMillis,
            String status,
            String file) {
        /** What lies beyond is a mistake, and would only make all else invisible. */
        private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

        private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");
        private static final Duration LONGEST = Duration.ofDays(365);

        public Fork {
            label = known(label);
            benchmark = known(benchmark);
            params = params == null ? new TreeMap<>() : params;
            start = known(start);
            status = known(status);
            file = known(file);
        }

        /** Whether it has a result. */
        public boolean isOk() {
            return status.equals("ok");
        }

        /** When it was started, if that is known. */
        public Optional<Instant> started() {
            try {
                Instant instant = Instant.parse(start);
                return instant.isBefore(FIRST) || instant.isAfter(LAST) ? Optional.empty() : Optional.of(instant);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        /** From its start to its end; zero where that is not known. */
        public Duration lifetime() {
            boolean known = seconds != null && seconds > 0 && seconds < LONGEST.toSeconds();
            return known ? Duration.ofMillis(Math.round(seconds * 1e3)) : Duration.ZERO;
        }
    }
}
