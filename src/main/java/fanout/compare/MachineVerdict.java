package fanout.compare;

import fanout.record.MachineKind;
import java.util.Locale;

/**
 * What one machine by itself says, where several measured both sides of a comparison. It is of no family of tests, so
 * its p value is not adjusted.
 *
 * @param machine null where it is not known
 * @param baselineForks how many were measured there
 * @param candidateForks how many were measured there
 * @param change that machine's own
 * @param verdict {@code INCONCLUSIVE} with fewer forks or rounds than a verdict takes
 * @param judged whether it has what a verdict takes
 */
public record MachineVerdict(
        MachineKind machine, int baselineForks, int candidateForks, Change change, Verdict verdict, boolean judged) {

    /** The machine in words. */
    public String name() {
        return machine == null ? "an unknown machine" : machine.toString();
    }

    /** The interval that the verdict was judged by. */
    public Change.Interval shown() {
        return verdict.rulesOut() ? change.narrow() : change.ci();
    }

    /** Whether the intervals have nothing in common. */
    boolean isApartFrom(MachineVerdict other) {
        Change.Interval one = change.ci();
        Change.Interval two = other.change.ci();
        return judged && other.judged && (one.high() < two.low() || two.high() < one.low());
    }

    /** The verdict, the change with its interval, and the machine. */
    String seen(Quantity quantity) {
        return quantity.word(verdict)
                + (verdict.isChange() ? " by " + seen(Reason.percent(Math.abs(change.estimate()))) : ", " + seen());
    }

    /** The change with its interval, and the machine. */
    String seen() {
        return seen(Reason.signed(change.estimate()));
    }

    private String seen(String estimate) {
        return String.format(
                Locale.ROOT,
                "%s (%s interval %s to %s) on %s",
                estimate,
                Reason.percent(change.ci().confidence()).replace(".0", ""),
                Reason.signed(change.ci().low()),
                Reason.signed(change.ci().high()),
                name());
    }
}
