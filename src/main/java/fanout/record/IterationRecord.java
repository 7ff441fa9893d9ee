package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One iteration of a fork: a line of {@code forks/NNNN.turns.json}. JMH's own JSON lacks the iterations of the warm-up.
 *
 * @param iteration from 1, those of the warm-up first
 * @param warmup whether it is one of the warm-up
 * @param start when its turn was granted: UTC, ISO 8601; empty where unknown
 * @param seconds from then until the turn was given back; null where unknown
 * @param loadAverage that of the machine at its start; null where unknown
 * @param steal the share of CPU time that the hypervisor gave to others meanwhile, 0 to 1; null where unknown
 * @param rulerMillis the time of the fixed loop, measured just before; null where unknown
 * @param score in the benchmark's unit, as JMH has it; null where unknown
 * @param jvmWork what the JVM did beside the benchmark since the iteration before; null where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IterationRecord(
        int iteration,
        boolean warmup,
        String start,
        Double seconds,
        Double loadAverage,
        Double steal,
        Double rulerMillis,
        Double score,
        @JsonInclude(JsonInclude.Include.NON_NULL) JvmWorkRecord jvmWork) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public IterationRecord {
        start = Absent.orEmpty(start);
    }

    /**
     * Reads the iterations of one file, in its order.
     *
     * @throws IOException if it is not such a file; the message says why in one line, without the file's name
     */
    public static List<IterationRecord> read(byte[] json) throws IOException {
        try {
            List<IterationRecord> iterations = MAPPER.readValue(json, new TypeReference<>() {});
            if (iterations == null || iterations.contains(null)) {
                throw new IOException("is not the list of a fork's turns: one of them is null");
            }
            return iterations;
        } catch (JsonProcessingException e) {
            String problem = JsonProblem.of(e);
            throw new IOException("is not the list of a fork's turns: " + problem, e);
        }
    }

    /** The content of the file. */
    public static byte[] toJson(List<IterationRecord> iterations) {
        String lines =
                iterations.stream().map(IterationRecord::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(IterationRecord iteration) {
        try {
            return MAPPER.writeValueAsString(iteration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings only", e);
        }
    }
}
