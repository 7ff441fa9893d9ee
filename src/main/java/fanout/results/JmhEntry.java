package fanout.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One element of JMH's JSON array. */
final class JmhEntry {
    private static final Map<String, Double> NOT_NUMBERS = Map.of(
            "NaN", Double.NaN,
            "+INF", Double.POSITIVE_INFINITY,
            "-INF", Double.NEGATIVE_INFINITY,
            "Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY);

    private static final int LONGEST_SHOWN = 60;
    private static final String MIDDLE_DOT = "\u00b7";

    private final JsonNode entry;
    private final String place;

    /** @param place of the element in the file, for messages */
    JmhEntry(JsonNode entry, String place) {
        this.entry = entry;
        this.place = place;
    }

    BenchmarkSamples read() throws UnreadableResultsException {
        if (!entry.path("benchmark").isTextual() || !entry.path("mode").isTextual()) {
            throw wrong("has no benchmark and mode, so it is not JMH's");
        }
        if (!entry.path("primaryMetric").isObject()) {
            throw wrong("has no primaryMetric");
        }
        SortedMap<String, Metric> secondary = new TreeMap<>();
        for (Map.Entry<String, JsonNode> metric : entry.path("secondaryMetrics").properties()) {
            String name = name(metric.getKey());
            secondary.put(name, metric(name, metric.getValue()));
        }
        return new BenchmarkSamples(
                key(),
                new MeasurementSettings(iterations("warmup"), iterations("measurement")),
                jvm(),
                entry.path("forks").asInt(),
                metric("", entry.path("primaryMetric")),
                secondary);
    }

    /**
     * JMH up to 1.36 wrote {@code ·gc.time}, and {@code parse·p0.99} for the percentiles of a sample, now
     * {@code p0.99}.
     */
    private String name(String label) {
        int dot = label.indexOf(MIDDLE_DOT);
        boolean dropped = dot == 0 || dot > 0 && label.substring(0, dot).equals(method());
        return (dropped ? label.substring(dot + 1) : label).replace(MIDDLE_DOT, ":");
    }

    private String method() {
        String benchmark = entry.path("benchmark").asText();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private BenchmarkKey key() {
        SortedMap<String, String> params = new TreeMap<>();
        for (Map.Entry<String, JsonNode> param : entry.path("params").properties()) {
            params.put(param.getKey(), param.getValue().asText());
        }
        return new BenchmarkKey(
                entry.path("benchmark").asText(),
                entry.path("mode").asText().toLowerCase(Locale.ROOT),
                params,
                entry.path("threads").asInt(1));
    }

    private MeasurementSettings.Phase iterations(String phase) {
        return new MeasurementSettings.Phase(
                entry.path(phase + "Iterations").asInt(),
                entry.path(phase + "Time").asText(),
                entry.path(phase + "BatchSize").asInt(1));
    }

    private Jvm jvm() {
        List<String> args = new ArrayList<>();
        entry.path("jvmArgs").forEach(arg -> args.add(arg.asText()));
        return new Jvm(
                entry.path("jdkVersion").asText(),
                entry.path("vmName").asText(),
                args,
                entry.path("jmhVersion").asText());
    }

    private Metric metric(String name, JsonNode metric) throws UnreadableResultsException {
        List<ForkSamples> forks = new ArrayList<>();
        boolean histogram = metric.has("rawDataHistogram");
        String field = histogram ? "rawDataHistogram" : "rawData";
        for (JsonNode fork : array(name, field, metric.path(field))) {
            array(name, field, fork);
            double[] iterations = new double[fork.size()];
            for (int i = 0; i < iterations.length; i++) {
                iterations[i] = histogram ? mean(name, fork.get(i)) : number(name, fork.get(i));
            }
            forks.add(new ForkSamples(null, iterations));
        }
        ScoreUnit unit = new ScoreUnit(metric.path("scoreUnit").asText());
        double score = metric.has("score") ? number(name, metric.get("score")) : Double.NaN;
        return new Metric(name, unit, score, forks);
    }

    /** The node itself, or an empty array if it is absent; anything but an array is an error. */
    private JsonNode array(String name, String field, JsonNode node) throws UnreadableResultsException {
        if (!node.isArray() && !node.isMissingNode()) {
            throw wrong(called(name) + "." + field + " has " + shown(node) + ", must be an array of arrays");
        }
        return node;
    }

    /** The mean of an iteration's samples, {@code [[value, count], ...]}; NaN if it has none. */
    private double mean(String name, JsonNode histogram) throws UnreadableResultsException {
        double sum = 0;
        double count = 0;
        if (!histogram.isArray()) {
            throw wrong(called(name) + ".rawDataHistogram has " + shown(histogram)
                    + ", must be an array of [value, count]");
        }
        for (JsonNode bucket : histogram) {
            if (bucket.size() != 2) {
                throw wrong(called(name) + ".rawDataHistogram has " + shown(bucket) + ", must be [value, count]");
            }
            double weight = number(name, bucket.get(1));
            sum += number(name, bucket.get(0)) * weight;
            count += weight;
        }
        return sum / count;
    }

    private double number(String name, JsonNode value) throws UnreadableResultsException {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        Double notNumber = NOT_NUMBERS.get(value.asText());
        if (notNumber == null) {
            throw wrong(called(name) + " has " + shown(value) + ", must be a number");
        }
        return notNumber;
    }

    private static String shown(JsonNode value) {
        String json = value.toString();
        return json.length() <= LONGEST_SHOWN ? json : json.substring(0, LONGEST_SHOWN) + "...";
    }

    private static String called(String metric) {
        return metric.isEmpty() ? "primaryMetric" : "secondaryMetrics." + metric;
    }

    private UnreadableResultsException wrong(String problem) {
        String benchmark = entry.path("benchmark").asText();
        return new UnreadableResultsException(place + (benchmark.isEmpty() ? "" : " (" + benchmark + ")"), problem);
    }
}
