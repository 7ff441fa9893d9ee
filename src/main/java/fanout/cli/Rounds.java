package fanout.cli;

import fanout.compare.AlphaSpending;
import fanout.compare.Criteria;
import fanout.compare.Power;
import fanout.record.Manifest;
import fanout.record.RoundRecord;
import fanout.run.Arm;
import fanout.run.RoundRule;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The rounds of a run: as many as were asked for or, with {@code --until}, until what is compared is decided. Then each
 * comparison that is decided leaves the next rounds, so that their time goes to the others. With {@code --at-most} no
 * round begins that would probably not end in time.
 *
 * <p>Tested by {@code fanout.cli.UntilDecidedTest}.
 */
final class Rounds implements RoundRule {
    /** No verdict takes fewer, so nobody looks before. */
    static final int FEWEST = Criteria.FEWEST_FORKS;

    /** The most that a run has until it is decided. */
    static final int MOST = AlphaSpending.MOST_ROUNDS;

    private static final double NANOS = 1e9;
    private static final int MINUTE = 60;

    private final PreparedRun target;
    private final LongSupplier nanos;
    private final long began;
    private final double before;
    private Undecided undecided;
    private double slowness = 1;
    private double expectedSeconds;
    private double roundBegan;
    private boolean outOfTime;
    private int last;

    /** @param nanos a clock */
    Rounds(PreparedRun target, LongSupplier nanos) {
        this.target = target;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        Manifest manifest = target.directory().manifest();
        this.before = secondsBefore(manifest);
        this.last =
                complete(manifest).stream().mapToInt(RoundRecord::round).max().orElse(0);
    }

    /** How long earlier sessions took, as far as the manifest tells. */
    static double secondsBefore(Manifest manifest) {
        return complete(manifest).stream()
                .mapToDouble(RoundRecord::seconds)
                .max()
                .orElse(0);
    }

    private static List<RoundRecord> complete(Manifest manifest) {
        return manifest.rounds() == null ? List.of() : manifest.rounds();
    }

    private RunSettings settings() {
        return target.settings();
    }

    private RunPlan plan() {
        return target.plan();
    }

    /** How long the run has taken so far, earlier sessions included. */
    private double seconds() {
        return before + (nanos.getAsLong() - began) / NANOS;
    }

    @Override
    public Set<Arm> arms(int round) throws IOException {
        Set<Arm> arms = wanted(round);
        if (arms.isEmpty() || settings().atMostSeconds() == null) {
            return arms;
        }
        expectedSeconds = target.iterations().seconds(arms, target.directory());
        roundBegan = seconds();
        outOfTime = roundBegan + slowness * expectedSeconds > settings().atMostSeconds();
        return outOfTime ? Set.of() : arms;
    }

    private Set<Arm> wanted(int round) throws IOException {
        if (settings().until() == null || round <= FEWEST) {
            return new LinkedHashSet<>(plan().arms());
        }
        return undecided().arms(plan());
    }

    private Undecided undecided() throws IOException {
        if (undecided == null) {
            undecided = Undecided.of(
                    target.directory().folder(), target.criteria(), settings().until());
        }
        return undecided;
    }

    @Override
    public Optional<RoundRecord> ended(int round) throws IOException {
        last = round;
        if (expectedSeconds > 0) {
            slowness = Math.max(1, (seconds() - roundBegan) / expectedSeconds);
        }
        if (settings().until() == null) {
            return Optional.empty();
        }
        undecided = null;
        boolean looks = AlphaSpending.looks(round) > 0;
        return Optional.of(new RoundRecord(
                round, Math.round(seconds()), looks ? undecided().judgements().size() : null));
    }

    /** How the run came to its end, in one line; empty if it had just the rounds that were asked for. */
    Optional<String> outcome() throws IOException {
        if (settings().until() == null) {
            return outOfTime
                    ? Optional.of("--at-most left no time for round " + (last + 1) + " of " + plan().rounds() + "; "
                            + resume(settings().rounds() - last, plan().arms()))
                    : Optional.empty();
        }
        Undecided left = undecided();
        String looks = Count.of(last, "round") + ", " + Count.of(AlphaSpending.looks(last), "look");
        if (left.isEmpty() && last >= FEWEST) {
            return Optional.of("until " + settings().until() + ": all " + left.all() + " after " + looks);
        }
        // Before the third round nothing is known of how many it takes.
        int more = last < FEWEST ? FEWEST - last : left.roundsNeeded(last);
        String how =
                "not " + settings().until() + ": " + left.judgements().size() + " of " + left.all() + " after " + looks;
        return Optional.of(how + "; " + goingOn(more, last < FEWEST ? plan().arms() : left.arms(plan())));
    }

    private String goingOn(int more, Collection<Arm> arms) {
        if (last + more > MOST) {
            String many = more > Power.WORTH_MEASURING
                    ? "far too noisy for " + MOST + " rounds, the most that a run has"
                    : "about " + more + " more would do, but a run has " + MOST + " rounds at most";
            return many + ": a calmer machine, longer iterations, or a comparison of fewer things at a time need fewer";
        }
        String what = last < FEWEST ? "no verdict takes fewer than " + FEWEST : "about " + more + " more would do";
        return what + ": " + resume(more, arms);
    }

    private String resume(int more, Collection<Arm> arms) {
        double seconds = seconds() + more * slowness * target.iterations().seconds(arms, target.directory());
        String resume = NextCommands.resume(target.directory().folder());
        return resume + " --at-most " + (long) Math.ceil(seconds / MINUTE) + "m";
    }
}
