package fanout.testing;

import fanout.record.BenchmarkParameter;
import java.util.Map;

/**
 * One benchmark on one JVM in a sample run.
 *
 * @param label of the JVM
 * @param benchmark class and method
 * @param params of the benchmark; empty for none
 * @param level the score in a quiet round, which may be NaN, zero or negative
 * @param unit of the score, such as {@code ms/op}, or {@code ops/ms} for a throughput
 * @param latencies whether it has the times of single requests
 */
record SampleArm(
        String label, String benchmark, Map<String, String> params, double level, String unit, boolean latencies) {
    /** An average time in ms, without the times of requests. */
    static SampleArm of(String label, String benchmark, double level) {
        return new SampleArm(label, benchmark, Map.of(), level, "ms/op", false);
    }

    /** A batch of a thousand requests, with the times of single requests. */
    static SampleArm fanOut(String label, String method, double level, int delayMillis) {
        Map<String, String> params = Strategies.parameters(method);
        params.put(BenchmarkParameter.DELAY_MILLIS.toString(), "" + delayMillis);
        return new SampleArm(label, "fanout.benchmark.FanOutBenchmark." + method, params, level, "ms/op", true);
    }

    SampleArm label(String other) {
        return new SampleArm(other, benchmark, params, level, unit, latencies);
    }

    SampleArm params(Map<String, String> others) {
        return new SampleArm(label, benchmark, others, level, unit, latencies);
    }

    SampleArm unit(String other) {
        return new SampleArm(label, benchmark, params, level, other, latencies);
    }

    SampleArm withoutLatencies() {
        return new SampleArm(label, benchmark, params, level, unit, false);
    }

    /** JMH's short name. */
    String mode() {
        return isThroughput() ? "thrpt" : "avgt";
    }

    boolean isThroughput() {
        return unit.startsWith("ops");
    }

    /** No batch can be quicker, in ms: 1000 requests, 40 at a time, each of which waits. 0 where none waits. */
    double delayFloor() {
        return Integer.parseInt(params.getOrDefault(BenchmarkParameter.DELAY_MILLIS.toString(), "0")) * 1000 / 40.0;
    }
}
