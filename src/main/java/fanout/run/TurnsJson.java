package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The turns of a fork as JSON, one a line, with the names of {@link Turn}. The score isn't rounded: it equals that in
 * JMH's JSON, which has none of the warm-up.
 */
final class TurnsJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private TurnsJson() {}

    static byte[] of(List<Turn> turns) {
        String lines = turns.stream().map(TurnsJson::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Turn turn) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("iteration", turn.iteration());
        fields.put("warmup", turn.warmup());
        fields.put("start", turn.start().toString());
        fields.put("seconds", turn.seconds());
        fields.put("loadAverage", turn.loadAverage() < 0 ? null : Averages.rounded(turn.loadAverage()));
        fields.put("steal", turn.steal() == null ? null : Averages.rounded(turn.steal()));
        fields.put("rulerMillis", Averages.rounded(turn.rulerMillis()));
        fields.put("score", turn.score() == null || !Double.isFinite(turn.score()) ? null : turn.score());
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings only", e);
        }
    }
}
