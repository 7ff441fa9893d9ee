package fanout.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * jzillmann/jmh-visualizer 0.9.6, commit 50289e2a. It checks nothing of a file but that it is JSON ({@code
 * parseBenchmarks} in {@code src/javascript/store/store.js}): a field that is missing fails where it is drawn.
 *
 * <p>What is read of a metric is in {@code models/MetricExtractor.js}, and that only the primary one can have a
 * histogram, in {@code models/extractor}. A score's error may be NaN ({@code components/single/BarDataSet.js}), but
 * must be there, since {@code components/multi/LineChartView.jsx} asks it for its text; intervals and percentiles are
 * not read. The name is made, and taken apart again, by {@code parseBenchmarkBundles} in {@code functions/parse.js}: a
 * mode distinguishes entries, and a parameter ends at a space, its name at an equals sign.
 */
public final class JmhVisualizer extends Tool {
    @Override
    Map<String, Shape> fields(JsonNode entry) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("/benchmark", Shape.TEXT);
        fields.put("/mode", Shape.TEXT);
        fields.put("/secondaryMetrics", Shape.OBJECT);
        fields.put("/primaryMetric/score", Shape.NUMBER);
        fields.put("/primaryMetric/scoreError", Shape.PRESENT);
        fields.put("/primaryMetric/scoreUnit", Shape.TEXT);
        if (entry.path("mode").asText().equals("sample")) {
            fields.put("/primaryMetric/rawDataHistogram", Shape.RAW_HISTOGRAM);
        } else {
            fields.put("/primaryMetric/rawData", Shape.RAW_DATA);
        }
        entry.path("secondaryMetrics").properties().forEach(metric -> {
            String pointer =
                    "/secondaryMetrics/" + metric.getKey().replace("~", "~0").replace("/", "~1");
            fields.put(pointer + "/score", Shape.PRESENT);
            fields.put(pointer + "/scoreError", Shape.PRESENT);
            fields.put(pointer + "/scoreUnit", Shape.TEXT);
            fields.put(pointer + "/rawData", Shape.RAW_DATA);
        });
        return fields;
    }

    @Override
    String name(JsonNode entry) {
        StringBuilder name = new StringBuilder(entry.path("benchmark").asText());
        entry.path("params")
                .properties()
                .forEach(param -> name.append(' ')
                        .append(param.getKey())
                        .append('=')
                        .append(param.getValue().asText()));
        return name.append('_').append(entry.path("mode").asText()).toString();
    }

    @Override
    List<String> mistaken(JsonNode entry) {
        List<String> mistaken = new ArrayList<>();
        entry.path("params").properties().forEach(param -> {
            String text = param.getKey() + param.getValue().asText();
            if (text.contains(" ") || text.contains("=")) {
                mistaken.add("/params/" + param.getKey() + " is cut: " + text);
            }
        });
        return mistaken;
    }
}
