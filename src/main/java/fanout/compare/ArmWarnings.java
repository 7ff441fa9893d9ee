package fanout.compare;

import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What two arms should not differ in, if their scores are to show what they were meant to differ in.
 *
 * <p>Tested by {@code fanout.cli.ArmsTest} and {@code fanout.cli.CompareWarningsTest}.
 */
final class ArmWarnings {
    private ArmWarnings() {}

    /** On one benchmark. */
    static List<String> of(Contrast contrast, BenchmarkSamples baseline, BenchmarkSamples candidate) {
        List<String> warnings = new ArrayList<>();
        List<String> from = baseline.jvm().args();
        List<String> to = candidate.jvm().args();
        if (!common(contrast.baseline(), from).equals(common(contrast.candidate(), to))) {
            warnings.add("JVM arguments differ: " + from + " against " + to);
        }
        if (!baseline.jvm().jmhVersion().equals(candidate.jvm().jmhVersion())) {
            warnings.add("JMH versions differ: " + baseline.jvm().jmhVersion() + " against "
                    + candidate.jvm().jmhVersion());
        }
        changed(contrast, baseline.key().type()).ifPresent(warnings::add);
        return warnings;
    }

    /** The arguments without the options of an arm, in which it is meant to differ. */
    private static Options common(ResultSet resultSet, List<String> arguments) {
        Options all = Options.of(arguments);
        return resultSet.arm() == null ? all : all.without(Options.of(resultSet.arm()));
    }

    private static Optional<String> changed(Contrast contrast, String type) {
        Optional<String> from = fingerprint(contrast.baseline(), type);
        Optional<String> to = fingerprint(contrast.candidate(), type);
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of("the benchmark itself changed: class " + type + " is not the same in "
                        + contrast.baseline().name() + " and "
                        + contrast.candidate().name());
    }

    private static Optional<String> fingerprint(ResultSet resultSet, String type) {
        return Optional.ofNullable(resultSet.arm()).flatMap(arm -> arm.fingerprint(type));
    }
}
