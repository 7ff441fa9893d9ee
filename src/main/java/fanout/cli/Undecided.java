package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.compare.Methods;
import fanout.compare.Verdict;
import fanout.results.BenchmarkKey;
import fanout.results.UnreadableResultsException;
import fanout.run.Arm;
import fanout.run.RunPlan;
import fanout.run.Until;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run has not decided yet, by the comparison that it will end with.
 *
 * <p>Tested by {@code fanout.cli.UntilDecidedTest}.
 *
 * @param by what is compared
 * @param judgements those that are not decided
 * @param all how many there are
 * @param until what decides them
 */
record Undecided(Comparison.By by, List<Judgement> judgements, int all, Until until) {
    /** Looks at what was measured so far. */
    static Undecided of(Path folder, Criteria criteria, Until until) throws IOException {
        try {
            Optional<Comparison> comparison =
                    DefaultComparison.ofRun(folder, criteria).find();
            return comparison
                    .map(found -> of(found, until))
                    .orElse(new Undecided(Comparison.By.JVM, List.of(), 0, until));
        } catch (UnreadableResultsException | UsageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static Undecided of(Comparison comparison, Until until) {
        List<Judgement> scores = comparison.scores();
        return new Undecided(
                comparison.by(),
                scores.stream()
                        .filter(judgement -> isUndecided(judgement, comparison.by(), until))
                        .toList(),
                scores.size(),
                until);
    }

    /** What can't be estimated at all does not count: more rounds would not help. */
    private static boolean isUndecided(Judgement judgement, Comparison.By by, Until until) {
        if (!Double.isFinite(halfWidth(judgement))) {
            return false;
        }
        return until.halfWidth() != null
                ? halfWidth(judgement) > until.halfWidth()
                : isUndecided(judgement.verdict(), by);
    }

    /** Of JVMs the question is whether one is slower, to which {@code not faster} is no answer. */
    private static boolean isUndecided(Verdict verdict, Comparison.By by) {
        return verdict == Verdict.INCONCLUSIVE || by.isArm() && verdict == Verdict.NOT_FASTER;
    }

    boolean isEmpty() {
        return judgements.isEmpty();
    }

    /** How many more rounds would probably decide all of them: the most that one of them takes. */
    int roundsNeeded(int rounds) {
        return judgements.stream()
                .mapToInt(judgement -> Math.max(1, needed(judgement, rounds) - rounds))
                .max()
                .orElse(0);
    }

    /** An interval is half as wide after four times as many rounds. */
    private int needed(Judgement judgement, int rounds) {
        if (until.halfWidth() == null) {
            return judgement.forksNeeded();
        }
        double times = halfWidth(judgement) / until.halfWidth();
        return (int) Math.min(Integer.MAX_VALUE / 2, Math.ceil(rounds * times * times));
    }

    private static double halfWidth(Judgement judgement) {
        return (judgement.change().ci().high() - judgement.change().ci().low()) / 2;
    }

    /** The arms that have a part in one of them. The control of a benchmark stays as long as its baseline. */
    Set<Arm> arms(RunPlan plan) {
        Set<Arm> arms = new LinkedHashSet<>();
        for (Arm arm : plan.arms()) {
            if (judgements.stream().anyMatch(judgement -> concerns(judgement, arm))) {
                arms.add(arm);
            }
        }
        return arms;
    }

    private boolean concerns(Judgement judgement, Arm arm) {
        BenchmarkKey key = judgement.key();
        BenchmarkKey of = new BenchmarkKey(
                arm.scenario().benchmark(),
                arm.scenario().mode(),
                arm.scenario().params(),
                key.threads());
        if (by.isArm()) {
            return key.equals(of)
                    && (arm.setup().control() || isSide(judgement, arm.setup().label()));
        }
        return arm.setup().label().equals(judgement.jvm())
                && Methods.isOf(of, key)
                && isSide(judgement, Methods.name(of));
    }

    private static boolean isSide(Judgement judgement, String name) {
        return judgement.baseline().name().equals(name)
                || judgement.candidate().name().equals(name);
    }
}
