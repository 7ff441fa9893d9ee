package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why two sides can't be judged, in one line.
 *
 * <p>Tested by {@code fanout.cli.RefusedScoresTest} and {@code fanout.cli.CompareWarningsTest}.
 */
final class Refusals {
    private static final String NOT_POSITIVE = "not judged: a score is not a positive number";

    private Refusals() {}

    /** Why the samples are no basis for an estimate. */
    static Optional<String> ofSamples(Metric baseline, Metric candidate, LogSamples samples) {
        if (Math.min(samples.baseline().length, samples.candidate().length) == 0) {
            return Optional.of("not judged: the file has no raw data of its forks");
        }
        Optional<String> notPositive = Stream.of(notPositive("baseline", baseline), notPositive("candidate", candidate))
                .flatMap(Optional::stream)
                .findFirst();
        if (notPositive.isPresent()) {
            return notPositive;
        }
        return samples.isFinite() ? Optional.empty() : Optional.of(NOT_POSITIVE);
    }

    /**
     * The first iteration of a benchmark's score that is none, or 0, or negative. The fork's median would hide it.
     * Other metrics may be 0 for a while.
     */
    private static Optional<String> notPositive(String side, Metric metric) {
        if (!metric.name().isEmpty()) {
            return Optional.empty();
        }
        return IntStream.range(0, metric.forks().size())
                .boxed()
                .flatMap(fork -> notPositive(metric.forks().get(fork))
                        .map(iteration -> NOT_POSITIVE + ": iteration " + (iteration + 1) + " of fork " + (fork + 1)
                                + " of the " + side + " has "
                                + metric.forks().get(fork).iteration(iteration))
                        .stream())
                .findFirst();
    }

    private static Optional<Integer> notPositive(ForkSamples fork) {
        return IntStream.range(0, fork.size())
                .filter(i -> !(fork.iteration(i) > 0 && Double.isFinite(fork.iteration(i))))
                .boxed()
                .findFirst();
    }

    /** Why there are too few forks. */
    static Optional<String> ofForks(LogSamples samples) {
        String what = samples.isPaired() ? " complete rounds" : " forks on a side";
        return samples.fewest() < Criteria.FEWEST_FORKS
                ? Optional.of("only " + samples.fewest() + what + ", where a verdict takes " + Criteria.FEWEST_FORKS)
                : Optional.empty();
    }

    /**
     * Why an effect without scatter is none. Times always vary, unless a clock is too coarse to see it: then the
     * scatter is not 0 but unknown. What is counted, such as bytes, may well be the same in each fork.
     */
    static Optional<String> ofScatter(Metric metric, Effect effect) {
        boolean measured = metric.unit().isTime() || metric.unit().isRate();
        return measured && effect.hasNoScatter()
                ? Optional.of("not judged: the " + (effect.paired() ? "rounds' changes" : "forks")
                        + " don't vary at all, so it can't be estimated how much others would")
                : Optional.empty();
    }
}
