package fanout.selection;

import fanout.benchmark.AnswerTimeout;
import fanout.benchmark.MetricsProfiler;
import fanout.benchmark.Slowdown;
import fanout.client.SocketFloor;
import fanout.record.BenchmarkParameter;
import fanout.server.ForkedServer;
import fanout.server.RemoteServer;
import fanout.server.ServerConditions;
import fanout.server.ServerIoThreads;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Checks the parameters of a run before its first fork, so that a wrong one is reported before anything is measured.
 */
public final class ParameterCheck {
    private ParameterCheck() {}

    /**
     * Checks each value of each parameter that is given, and the properties {@value
     * MetricsProfiler#PROPERTY}, {@value AnswerTimeout#PROPERTY}, {@value ServerIoThreads#PROPERTY}, {@value
     * SocketFloor#SELECTORS} and {@value Slowdown#PROPERTY}. A server elsewhere is asked for one user; a forked one is
     * started and ended.
     *
     * @param parameters the values of {@code -p name=value,...}, by name; unknown names are ignored
     * @throws IllegalArgumentException if a value is wrong; the message says in one line which, and what would be right
     */
    public static void check(Map<String, List<String>> parameters) {
        MetricsProfiler.areOn();
        AnswerTimeout.ofThisJvm();
        ServerIoThreads.ofThisJvm();
        SocketFloor.selectorsOfThisJvm();
        Slowdown.parse(System.getProperty(Slowdown.PROPERTY));
        for (BenchmarkParameter parameter : BenchmarkParameter.values()) {
            given(parameters, parameter).forEach(parameter::check);
        }
        for (String spread : measured(parameters, BenchmarkParameter.DELAY_SPREAD)) {
            for (String delay : measured(parameters, BenchmarkParameter.DELAY_MILLIS)) {
                DelaySpread.parse(spread).requireDelay(Integer.parseInt(delay)); // a run measures every pair
            }
        }
        for (String hosts : measured(parameters, BenchmarkParameter.HOSTS)) {
            checkHosts(new Hosts(Integer.parseInt(hosts)), parameters);
        }
        given(parameters, BenchmarkParameter.SERVER).forEach(ParameterCheck::checkServer);
    }

    private static void checkHosts(Hosts hosts, Map<String, List<String>> parameters) {
        for (String scheme : measured(parameters, BenchmarkParameter.SCHEME)) {
            for (String server : measured(parameters, BenchmarkParameter.SERVER)) {
                ServerConditions.requireTogether(server, scheme, hosts); // a run measures every combination
            }
        }
        boolean bothEnds = measured(parameters, BenchmarkParameter.SERVER).contains(ServerConditions.EMBEDDED);
        for (String value : measured(parameters, BenchmarkParameter.CONCURRENCY)) {
            int concurrency = Integer.parseInt(value);
            hosts.requireAtMost(concurrency);
            OpenFiles.limit().ifPresent(limit -> OpenFiles.require(limit, concurrency, hosts, bothEnds));
        }
    }

    private static List<String> given(Map<String, List<String>> parameters, BenchmarkParameter parameter) {
        return parameters.getOrDefault(parameter.toString(), List.of());
    }

    private static List<String> measured(Map<String, List<String>> parameters, BenchmarkParameter parameter) {
        return parameters.getOrDefault(parameter.toString(), List.of(parameter.defaultValue()));
    }

    private static void checkServer(String server) {
        try {
            switch (server) {
                case ServerConditions.EMBEDDED -> {}
                case ServerConditions.FORKED -> ForkedServer.probe();
                default -> RemoteServer.probe(RemoteServer.parse(server));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
