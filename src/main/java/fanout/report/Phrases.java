package fanout.report;

import fanout.compare.Judgement;
import fanout.compare.Verdict;
import java.util.List;

/** Parts of sentences. */
final class Phrases {
    private Phrases() {}

    /** {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** {@code both benchmarks}, {@code all 5 benchmarks}. */
    static String all(int count, String plural) {
        return (count == 2 ? "both " : "all " + count + " ") + plural;
    }

    /** {@code 1 is unchanged}, {@code 3 are unchanged}; empty if there is none. */
    static String count(List<Judgement> judgements, Verdict verdict) {
        long count = judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
        return count == 0 ? "" : count + (count == 1 ? " is " : " are ") + verdict;
    }
}
