package fanout.cli;

import fanout.results.ForkSamples;
import fanout.run.Arm;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The scores of one group of forks, as the lines that say so when it has ended.
 *
 * <p>Tested by {@code fanout.cli.ProgressTest}.
 */
final class RoundLines {
    private final BenchmarkNames names;
    private final Map<Arm, List<Double>> scores = new LinkedHashMap<>();
    private final Map<Scenario, String> units = new LinkedHashMap<>();

    /** @param arms those of the group */
    RoundLines(BenchmarkNames names, Collection<Arm> arms) {
        this.names = names;
        arms.forEach(arm -> scores.put(arm, new ArrayList<>()));
    }

    /** Notes the score of a measured iteration. */
    void add(Arm arm, double score, String unit) {
        if (scores.containsKey(arm)) {
            scores.get(arm).add(score);
            units.put(arm.scenario(), unit);
        }
    }

    /**
     * The medians, by benchmark and then by arm: in one line if it is one benchmark, or else a line for each.
     *
     * @param order the arms in the order in which they are shown
     */
    List<String> lines(String round, String left, List<Arm> order) {
        Map<Scenario, List<Arm>> scenarios = order.stream()
                .filter(scores::containsKey)
                .collect(Collectors.groupingBy(Arm::scenario, LinkedHashMap::new, Collectors.toList()));
        if (scenarios.size() == 1) {
            Scenario only = scenarios.keySet().iterator().next();
            return List.of(round + ": " + names.of(only) + " " + medians(scenarios.get(only)) + "; " + left);
        }
        int width = scenarios.keySet().stream()
                .mapToInt(scenario -> names.of(scenario).length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>(List.of(round + ": " + left));
        scenarios.forEach((scenario, arms) -> lines.add("  " + names.of(scenario)
                + " ".repeat(width - names.of(scenario).length()) + "  " + medians(arms)));
        return lines;
    }

    private String medians(List<Arm> arms) {
        return arms.stream().map(this::median).collect(Collectors.joining(", ")) + " "
                + units.getOrDefault(arms.get(0).scenario(), "");
    }

    private String median(Arm arm) {
        double[] values =
                scores.get(arm).stream().mapToDouble(Double::doubleValue).toArray();
        return arm.setup().label() + " " + ScoreText.of(ForkSamples.median(values));
    }
}
