package fanout.run;

import fanout.record.CpuPins;
import fanout.record.Manifest;
import fanout.record.RoundRecord;
import fanout.selection.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** JVMs, scenarios and results that no JVM has measured. */
final class Fixture {
    static final int WARMUPS = 2;
    static final int MEASURED = 3;

    /** The scores of all iterations of a fork. */
    static final List<Double> SCORES = List.of(31.5, 24.0, 20.25, 20.5, 20.125);

    private Fixture() {}

    static ArmSetup jvm(String label) {
        int feature = Integer.parseInt(label.replaceAll("\\D.*", ""));
        JvmFacts facts = new JvmFacts(feature, feature + ".0.1+1", "Acme", "Acme VM " + feature, "G1", 1 << 30);
        return ArmSetup.plain(label, Path.of("/jvms/" + label), facts);
    }

    static Scenario scenario(String method) {
        return new Scenario("a.b.Bench." + method, "avgt", new TreeMap<>(Map.of("size", "1")), 17, true);
    }

    static List<Scenario> scenarios(String... methods) {
        return Stream.of(methods).map(Fixture::scenario).toList();
    }

    static RunPlan plan(ForkOrder order, int rounds, String... methods) {
        return new RunPlan(order, rounds, 100, 42, List.of(jvm("17"), jvm("25")), scenarios(methods));
    }

    static RunSettings settings(RunPlan plan) {
        return settings(plan, IterationOptions.OF_THE_BENCHMARK);
    }

    static RunSettings settings(RunPlan plan, IterationOptions given) {
        return new RunSettings(
                List.of(),
                Map.of(),
                plan.rounds(),
                null,
                null,
                plan.order(),
                plan.alive(),
                false,
                plan.seed(),
                given,
                IterationOptions.OF_THE_BENCHMARK,
                "",
                false,
                CpuPins.NONE,
                List.of(),
                JmhFlags.NONE,
                List.of());
    }

    static Manifest manifest(RunPlan plan) {
        return new Manifest(
                Manifest.SCHEMA,
                "run",
                plan.seed(),
                ThisBuild.project(),
                ThisBuild.dependencies(),
                ThisHost.read(),
                plan.setups().stream()
                        .map(jvm -> jvm.toRecord(List.of(), List.of()))
                        .toList(),
                plan.order().toString(),
                plan.order() == ForkOrder.TURNS,
                null,
                settings(plan).toJson(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    /** Every round has all arms. */
    static RoundRule allRounds(RunPlan plan) {
        return new RoundRule() {
            @Override
            public Set<Arm> arms(int round) {
                return Set.copyOf(plan.arms());
            }

            @Override
            public Optional<RoundRecord> ended(int round) {
                return Optional.empty();
            }
        };
    }

    /** What a fork of this arm measured: three iterations around 20 ms. */
    static BenchmarkResult result(Arm arm, long seed) {
        BenchmarkParams params = params(arm);
        Random random = new Random(seed);
        List<IterationResult> iterations = Stream.generate(() -> {
                    IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
                    long nanos = 1_000_000_000L + random.nextInt(1_000_000);
                    iteration.addResult(new AverageTimeResult(
                            ResultRole.PRIMARY, arm.scenario().method(), 50, nanos, TimeUnit.MILLISECONDS));
                    return iteration;
                })
                .limit(MEASURED)
                .toList();
        return new BenchmarkResult(params, iterations);
    }

    private static BenchmarkParams params(Arm arm) {
        WorkloadParams workload = new WorkloadParams();
        arm.scenario().params().forEach((name, value) -> workload.put(name, value, 0));
        TimeValue time = TimeValue.seconds(1);
        return new BenchmarkParams(
                arm.scenario().benchmark(),
                arm.scenario().benchmark(),
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                new IterationParams(IterationType.WARMUP, WARMUPS, time, 1),
                new IterationParams(IterationType.MEASUREMENT, MEASURED, time, 1),
                Mode.AverageTime,
                workload,
                TimeUnit.MILLISECONDS,
                1,
                arm.setup().java().toString(),
                List.of("-Xmx1g"),
                arm.setup().facts().version(),
                "Acme VM",
                "1",
                "1.37",
                TimeValue.seconds(1));
    }
}
