package fanout.report;

import fanout.compare.Comparison;
import fanout.record.CpuPins;
import fanout.record.ServerRecord;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which server the results are of: a verdict on a JVM is in part one on a server that is embedded in it.
 *
 * <p>Tested by {@code fanout.report.ServerSentencesTest} and {@code fanout.cli.ServerOfRunTest}.
 */
final class ServerSentences {
    private ServerSentences() {}

    /** One line if it is the same for all arms, else one for each; none of results that don't say it. */
    static List<String> of(Comparison comparison) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        for (ResultSet resultSet : comparison.resultSets()) {
            if (resultSet.arm() != null && resultSet.arm().server() != null) {
                arms.computeIfAbsent(phrase(resultSet.arm().server()), unknown -> new ArrayList<>())
                        .add(resultSet.name());
            }
        }
        List<String> lines = new ArrayList<>();
        boolean all = arms.values().stream()
                .anyMatch(names -> names.size() == comparison.resultSets().size());
        arms.forEach((phrase, names) ->
                lines.add("Server" + (all ? "" : " of " + String.join(", ", names)) + ": " + phrase));
        return lines;
    }

    /** The server in words. */
    static String phrase(ServerRecord server) {
        return where(server) + pins(server.cpus());
    }

    private static String pins(CpuPins cpus) {
        if (cpus == null) {
            return "";
        }
        String server = cpus.server().isEmpty() ? "" : ", on CPUs " + cpus.server();
        return server + (cpus.forks().isEmpty() ? "" : "; the benchmarks on CPUs " + cpus.forks());
    }

    private static String where(ServerRecord server) {
        return Phrases.and(server.where().stream()
                .map(where -> switch (where) {
                    case ServerRecord.EMBEDDED -> "embedded in each benchmark's JVM";
                    case ServerRecord.FORKED -> "forked, in a process of its own on " + jvm(server);
                    default -> "at " + where;
                })
                .toList());
    }

    private static String jvm(ServerRecord server) {
        if (server.version().isEmpty()) {
            return "the JVM of each fork";
        }
        String version = "Java " + server.version();
        return server.arm().isEmpty()
                ? version + " for every arm"
                : server.arm() + "'s JVM (" + version + ") for every arm";
    }
}
