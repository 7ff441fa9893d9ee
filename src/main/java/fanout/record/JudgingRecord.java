package fanout.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a run is judged by, as far as its command line said so: the key {@value #KEY} of the manifest's settings.
 *
 * <p>Tested by {@code fanout.cli.JudgingDefaultsTest}.
 *
 * @param threshold the smallest relative change of time that matters; null where nothing was said
 * @param alpha the accepted probability of a false alarm; null likewise
 */
public record JudgingRecord(Double threshold, Double alpha) {
    /** Nothing was said. */
    public static final JudgingRecord NONE = new JudgingRecord(null, null);

    public static final String KEY = "judging";

    /**
     * Reads it from the settings.
     *
     * @throws IllegalArgumentException if one of them is no number
     */
    static JudgingRecord of(JsonNode settings) {
        JsonNode judging = settings == null ? null : settings.get(KEY);
        return judging == null || judging.isNull()
                ? NONE
                : new JudgingRecord(number(judging, "threshold"), number(judging, "alpha"));
    }

    private static Double number(JsonNode judging, String name) {
        JsonNode value = judging.get(name);
        if (judging.isObject() && (value == null || value.isNull())) {
            return null;
        }
        if (value == null || !value.isNumber()) {
            throw new IllegalArgumentException("has settings whose " + KEY + " has no number as its " + name);
        }
        return value.doubleValue();
    }

    /** Adds it to the settings; nothing is added where nothing was said. */
    public void addTo(ObjectNode settings) {
        if (!equals(NONE)) {
            ObjectNode judging = settings.putObject(KEY);
            if (threshold != null) {
                judging.put("threshold", threshold);
            }
            if (alpha != null) {
                judging.put("alpha", alpha);
            }
        }
    }
}
