package fanout.selection;

import fanout.record.BenchmarkParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of the parameter {@code setup} that were given. A benchmark whose client has nothing to set up is left out
 * if some are given, unless {@value #NONE} is one of them.
 *
 * @param values empty if none were given: then each benchmark has its default, or nothing to set up
 */
record GivenSetups(List<String> values) {
    /** Stands for the benchmarks that have no setup. */
    static final String NONE = "none";

    private static final String PARAM = BenchmarkParameter.SETUP.toString();

    static GivenSetups of(Map<String, List<String>> given) {
        return new GivenSetups(given.getOrDefault(PARAM, List.of()));
    }

    /** The same parameters, with the setups that a library can have only. */
    static Map<String, List<String>> ofLibraries(Map<String, List<String>> given) {
        Map<String, List<String>> params = new TreeMap<>(given);
        params.computeIfPresent(PARAM, (name, values) -> {
            List<String> setups =
                    values.stream().filter(value -> !value.equals(NONE)).toList();
            return setups.isEmpty() ? null : setups;
        });
        return params;
    }

    /**
     * Why a benchmark can't be measured with any of them; empty if it can.
     *
     * @param params those that the benchmark has
     */
    Optional<String> unmet(Map<String, ?> params) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String given = "setup is " + String.join(" and ", values);
        if (!params.containsKey(PARAM)) {
            return values.contains(NONE)
                    ? Optional.empty()
                    : Optional.of("it has no setup, and " + given + "; to measure it, too, add " + NONE + ": -p setup="
                            + String.join(",", values) + "," + NONE);
        }
        return values.equals(List.of(NONE)) ? Optional.of("it has a setup, and " + given) : Optional.empty();
    }
}
