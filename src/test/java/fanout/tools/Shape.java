package fanout.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** What a tool expects where it reads. JMH writes a number that is not finite as a string: {@code "NaN"}. */
enum Shape {
    /** A number, or {@code "NaN"} in place of one. */
    PRESENT("something", node -> node.isValueNode() && !node.isNull()),
    NUMBER("a finite number", JsonNode::isNumber),
    TEXT("a text", node -> node.isTextual() && !node.asText().isEmpty()),
    OBJECT("an object", JsonNode::isObject),
    INTERVAL("two finite numbers", node -> node.size() == 2 && each(node, JsonNode::isNumber)),
    /** [fork][iteration]; of a metric that a profiler has once a fork, JMH writes a fork without iterations. */
    RAW_DATA(
            "numbers by fork and iteration",
            node -> !node.isEmpty() && each(node, fork -> each(fork, JsonNode::isNumber))),
    /** [fork][iteration][bucket], and a bucket is a value and how often it was seen. */
    RAW_HISTOGRAM(
            "buckets by fork and iteration",
            node -> !node.isEmpty() && each(node, fork -> each(fork, iteration -> each(iteration, INTERVAL::fits))));

    private final String words;
    private final Predicate<JsonNode> condition;

    Shape(String words, Predicate<JsonNode> condition) {
        this.words = words;
        this.condition = condition;
    }

    boolean fits(JsonNode node) {
        return condition.test(node);
    }

    private static boolean each(JsonNode array, Predicate<JsonNode> condition) {
        if (!array.isArray()) {
            return false;
        }
        for (JsonNode element : array) {
            if (!condition.test(element)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return words;
    }
}
