package fanout.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.compare.ArmDifference;
import fanout.compare.ArmDifferences;
import fanout.compare.Comparison;

/**
 * What the arms of a comparison differ in, as JSON. What an arm has not is null.
 *
 * <p>Tested by {@code fanout.cli.ArmsTest}.
 */
final class ArmJson {
    private ArmJson() {}

    /** One object for each difference, in the order of candidates. */
    static ArrayNode differences(Comparison comparison) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ArmDifferences arms : comparison.differences()) {
            arms.all().forEach(difference -> array.add(difference(arms, difference)));
        }
        return array;
    }

    private static ObjectNode difference(ArmDifferences arms, ArmDifference difference) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("baseline", arms.baseline())
                .put("candidate", arms.candidate())
                .put("what", difference.what().toString())
                .put("name", difference.name())
                .put("baselineValue", orNull(difference.baseline()))
                .put("candidateValue", orNull(difference.candidate()));
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
