package fanout.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import fanout.selection.Scenario;
import java.util.Map;

/**
 * One fork in the manifest.
 *
 * @param round from 1
 * @param label of its JVM
 * @param benchmark class and method
 * @param mode JMH's short name
 * @param params of the benchmark
 * @param attempt 1, or 2 for the second try
 * @param start UTC, ISO 8601
 * @param seconds from its start to its end, the turns of others included
 * @param loadAverage of the machine, the mean over its turns; null where unknown
 * @param steal the share of CPU time that the hypervisor gave to others, 0 to 1, the mean over its turns; null where
 *     unknown
 * @param rulerMillis the fixed loop, the median over its turns
 * @param status {@value #OK}, or why there is no result
 * @param file its results, relative to the run directory; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForkEntry(
        int round,
        String label,
        String benchmark,
        String mode,
        Map<String, String> params,
        int attempt,
        String start,
        Double seconds,
        Double loadAverage,
        Double steal,
        Double rulerMillis,
        String status,
        String file) {
    static final String OK = "ok";

    static ForkEntry finished(int round, int attempt, FinishedFork fork, String file) {
        Scenario cell = fork.arm().cell();
        return new ForkEntry(
                round,
                fork.arm().jvm().label(),
                cell.benchmark(),
                cell.mode(),
                cell.params(),
                attempt,
                fork.start().toString(),
                fork.lifetime().toMillis() / 1e3,
                Averages.mean(fork.turns().stream().map(Turn::loadAverage).filter(load -> load >= 0)),
                Averages.mean(fork.turns().stream().map(Turn::steal)),
                Averages.median(fork.turns().stream().map(Turn::rulerMillis)),
                OK,
                file);
    }

    static ForkEntry failed(Heat heat, int attempt, Arm arm, String start, String problem) {
        Scenario cell = arm.cell();
        return new ForkEntry(
                heat.round(),
                arm.jvm().label(),
                cell.benchmark(),
                cell.mode(),
                cell.params(),
                attempt,
                start,
                null,
                null,
                null,
                null,
                problem,
                null);
    }

    boolean isOk() {
        return OK.equals(status);
    }

    boolean isOf(int otherRound, Arm arm) {
        return round == otherRound
                && label.equals(arm.jvm().label())
                && benchmark.equals(arm.cell().benchmark())
                && mode.equals(arm.cell().mode())
                && params.equals(arm.cell().params());
    }
}
