package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One fork in the manifest, whether it ended well or not.
 *
 * @param round from 1
 * @param label that of its JVM
 * @param benchmark class and method; empty where unknown
 * @param mode JMH's short name; empty where unknown
 * @param params those of the benchmark
 * @param attempt 1, or 2 for the second try; 0 where unknown
 * @param start UTC, ISO 8601; empty where unknown
 * @param seconds from its start to its end, the turns of other forks included; null where unknown
 * @param loadAverage that of the machine, the mean over its turns; null where unknown
 * @param steal the share of CPU time that the hypervisor gave to others, 0 to 1, the mean over its turns; null where
 *     unknown
 * @param rulerMillis the time of the fixed loop, the median over its turns; null where unknown
 * @param status {@value #OK}, or why there is no result; empty where unknown
 * @param file its JMH JSON, relative to the run's folder; null if there is none
 * @param sha256 that of each of its files, by name; null in the manifests of earlier versions, or if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ForkRecord(
        int round,
        String label,
        String benchmark,
        String mode,
        SortedMap<String, String> params,
        int attempt,
        String start,
        Double seconds,
        Double loadAverage,
        Double steal,
        Double rulerMillis,
        String status,
        String file,
        SortedMap<String, String> sha256) {
    public static final String OK = "ok";

    /** Dates outside this range are errors, and would stretch a time axis until nothing else could be seen. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");
    private static final Duration LONGEST = Duration.ofDays(365);

    /** @throws IllegalArgumentException if it has no label, or ended well and has no file */
    public ForkRecord {
        if (label == null) {
            throw new IllegalArgumentException("a fork has no label");
        }
        if (OK.equals(status) && file == null) {
            throw new IllegalArgumentException("a fork that ended well has no file");
        }
        benchmark = Absent.orEmpty(benchmark);
        mode = Absent.orEmpty(mode);
        params = params == null ? new TreeMap<>() : new TreeMap<>(params);
        params = Collections.unmodifiableSortedMap(params);
        start = Absent.orEmpty(start);
        status = Absent.orEmpty(status);
        sha256 = sha256 == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
    }

    /**
     * Checks that a file of this fork is as it was written; that of an earlier version can't be checked.
     *
     * @throws IOException if it is not; the message says so in one line, without the file's name
     */
    public void requireIntact(String name, byte[] content) throws IOException {
        String then = sha256 == null ? null : sha256.get(name);
        if (then != null && !then.equals(Sha256.of(content))) {
            throw new IOException("is damaged: its SHA-256 is not the one that the manifest has");
        }
    }

    /** Whether the manifest says what the bytes of its JSON were. */
    boolean hasChecksum() {
        return sha256 != null && sha256.containsKey(file);
    }

    /** Whether it has a result. */
    public boolean endedWell() {
        return status.equals(OK);
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
