package fanout.testing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** The parameters of a benchmark in average time, in ms, as JMH hands them to profilers. */
public final class JmhParams {
    private JmhParams() {}

    public static BenchmarkParams of(String benchmark) {
        WorkloadParams workload = new WorkloadParams();
        workload.put("size", "1, 2", 0);
        TimeValue time = TimeValue.seconds(1);
        return new BenchmarkParams(
                benchmark,
                benchmark,
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                new IterationParams(IterationType.WARMUP, 1, time, 1),
                new IterationParams(IterationType.MEASUREMENT, 2, time, 1),
                Mode.AverageTime,
                workload,
                TimeUnit.MILLISECONDS,
                1,
                "/jvms/17/bin/java",
                List.of(),
                "17",
                "Acme VM",
                "1",
                "1.37",
                time);
    }
}
