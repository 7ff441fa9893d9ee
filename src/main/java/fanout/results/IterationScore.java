package fanout.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The score of one iteration of a fork, as {@code forks/NNNN.turns.json} has it: JMH's JSON has none of the warm-up's.
 *
 * @param iteration from 1, those of the warm-up first
 * @param warmup whether it is one of the warm-up
 * @param score in the benchmark's unit; null where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IterationScore(int iteration, boolean warmup, Double score) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads the iterations of one file, in its order.
     *
     * @param source the name for messages
     * @throws UnreadableResultsException if it is not such a file
     */
    public static List<IterationScore> read(InputStream json, String source)
            throws IOException, UnreadableResultsException {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new UnreadableResultsException(source, "is not the list of a fork's turns: " + problem);
        }
    }
}
