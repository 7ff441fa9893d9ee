package fanout.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a comparison needs to know of {@code manifest.json}, the record of a run over several JVMs.
 *
 * @param schema {@value #SCHEMA}
 * @param turns whether the forks of a round took turns, so that they are held against each other round by round
 * @param project what was run
 * @param host where it ran
 * @param jvms in the order of the command line; the first is the baseline
 * @param forks one entry a fork
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunManifest(String schema, boolean turns, Project project, Host host, List<Jvm> jvms, List<Fork> forks) {
    public static final String SCHEMA = "fanout-run/1";

    /** What a manifest lacks is empty, never null. */
    public RunManifest {
        project = project == null ? new Project("") : project;
        host = host == null ? new Host("") : host;
        jvms = jvms == null ? List.of() : List.copyOf(jvms);
        forks = forks == null ? List.of() : List.copyOf(forks);
    }

    /** How many forks have no result, and why, in a few words; empty if all ended well. */
    public Optional<String> failures() {
        Map<String, Long> failed = forks.stream()
                .filter(fork -> !fork.isOk())
                .collect(Collectors.groupingBy(
                        fork -> fork.label() + " (" + (fork.status() == null ? "no status" : fork.status()) + ")",
                        TreeMap::new,
                        Collectors.counting()));
        long count = failed.values().stream().mapToLong(Long::longValue).sum();
        String which = failed.entrySet().stream()
                .map(each -> each.getValue() + " of " + each.getKey())
                .collect(Collectors.joining(", "));
        return count == 0 ? Optional.empty() : Optional.of(count + " of " + forks.size() + " forks failed: " + which);
    }

    /** @param jarSha256 of the jar, or empty where that is not known */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Project(String jarSha256) {
        public Project {
            jarSha256 = jarSha256 == null ? "" : jarSha256;
        }
    }

    /** @param name the machine's name */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Host(String name) {}

    /** @param control whether it is the baseline's JVM a second time */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Jvm(String label, boolean control) {
        /** @throws IllegalArgumentException if there is no label */
        public Jvm {
            if (label == null) {
                throw new IllegalArgumentException("a JVM has no label");
            }
        }
    }

    /**
     * @param round from 1
     * @param label of its JVM
     * @param status {@code ok}, or why there is no result
     * @param file its JMH JSON, relative to the run directory
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fork(int round, String label, String status, String file) {
        /** @throws IllegalArgumentException if it has no label, or ended well and has no file */
        public Fork {
            if (label == null) {
                throw new IllegalArgumentException("a fork has no label");
            }
            if ("ok".equals(status) && file == null) {
                throw new IllegalArgumentException("a fork that ended well has no file");
            }
        }

        /** Whether it has a result. */
        public boolean isOk() {
            return "ok".equals(status);
        }
    }
}
