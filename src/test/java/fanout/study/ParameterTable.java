package fanout.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Two values of a parameter against each other, a row for each strategy, the fastest at the first value on top.
 *
 * @param verdicts of a comparison, which has one pair of values only
 */
record ParameterTable(List<JsonNode> verdicts) {
    /** From a file that {@code compare --by PARAMETER --format json} has written. */
    static ParameterTable read(Path file) throws IOException {
        JsonNode verdicts = new ObjectMapper().readTree(file.toFile()).get("benchmarks");
        return new ParameterTable(
                StreamSupport.stream(verdicts.spliterator(), false).toList());
    }

    /** This one, with another's row of a benchmark in place of its own. */
    ParameterTable with(ParameterTable again, String benchmark) {
        Stream<JsonNode> others =
                verdicts.stream().filter(verdict -> !benchmark(verdict).equals(benchmark));
        Stream<JsonNode> row =
                again.verdicts.stream().filter(verdict -> benchmark(verdict).equals(benchmark));
        return new ParameterTable(Stream.concat(others, row).toList());
    }

    String markdown() {
        return "| | " + value("baseline") + ", ms | " + value("candidate") + ", ms | ratio |\n|---|---:|---:|---:|\n"
                + verdicts.stream()
                        .sorted(Comparator.comparingDouble(verdict -> number(verdict, "baselineScore")))
                        .map(ParameterTable::row)
                        .collect(Collectors.joining());
    }

    private String value(String side) {
        return "`" + verdicts.get(0).get(side).asText() + "`";
    }

    private static String row(JsonNode verdict) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f | %.1f | %.2f (%.2f to %.2f) |\n",
                benchmark(verdict),
                number(verdict, "baselineScore"),
                number(verdict, "candidateScore"),
                1 + number(verdict, "change"),
                1 + verdict.at("/ci/0").asDouble(),
                1 + verdict.at("/ci/1").asDouble());
    }

    private static String benchmark(JsonNode verdict) {
        return verdict.get("benchmark").asText().replaceFirst(".*\\.", "");
    }

    private static double number(JsonNode verdict, String field) {
        return verdict.get(field).asDouble();
    }
}
