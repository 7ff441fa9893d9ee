package fanout.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the parameters that {@code -p} sets, and {@code --server}, which is another name for one of them. */
final class ParameterFlags {
    private ParameterFlags() {}

    /**
     * The parameters that the flags give, by name, each with its values.
     *
     * @throws IllegalArgumentException if one is not {@code NAME=VALUE}, or given twice
     */
    static Map<String, List<String>> of(RunOptions given) {
        Map<String, List<String>> params = new TreeMap<>();
        for (String flag : given.params) {
            int equals = flag.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("-p " + flag + ": must be NAME=VALUE[,VALUE]...");
            }
            List<String> values = List.of(flag.substring(equals + 1).split(",", -1));
            put(params, flag.substring(0, equals), values);
        }
        if (given.server != null) {
            put(params, "server", List.of(given.server.toString()));
        }
        if (given.serverJvm != null && !params.getOrDefault("server", List.of()).contains("forked")) {
            throw new IllegalArgumentException("--server-jvm " + given.serverJvm + ": needs --server forked");
        }
        return params;
    }

    private static void put(Map<String, List<String>> params, String name, List<String> values) {
        if (values.contains("")) {
            throw new IllegalArgumentException("-p " + name + ": a value is missing");
        }
        if (params.put(name, List.copyOf(new LinkedHashSet<>(values))) != null) {
            throw new IllegalArgumentException(name + " is given twice");
        }
    }
}
