package fanout.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with a JSON file, in one line: where, and what must be there. The parser's own message names the
 * classes that the file is read into, which say nothing to the one who has to mend it.
 *
 * <p>Tested by {@code fanout.record.ManifestTest} and {@code fanout.cli.UnusualRunFolderTest}.
 */
public final class JsonProblem {
    private static final Map<Class<?>, String> KINDS = Map.of(
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            Long.class, "a whole number",
            double.class, "a number",
            Double.class, "a number",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            String.class, "text");

    private JsonProblem() {}

    /** Describes the problem; the name of the file is left to the caller. */
    public static String of(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal) { // by a constructor of ours
            return firstLine(refusal.getMessage());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return where(unknown.getPath()) + " is unknown to this version";
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return "has more after its end";
        }
        if (e instanceof MismatchedInputException mismatch) {
            return where(mismatch.getPath()) + " must be " + kind(mismatch.getTargetType());
        }
        if (e instanceof JsonMappingException mapping && e.getCause() instanceof RuntimeException) {
            return where(mapping.getPath()) + " lacks something, or has null where something must be";
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String where(List<JsonMappingException.Reference> path) {
        String where = path.stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return where.isEmpty() ? "it" : where.startsWith(".") ? where.substring(1) : where;
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
        }
        return KINDS.getOrDefault(type, Collection.class.isAssignableFrom(type) ? "a list" : "an object");
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
