package fanout.report;

import fanout.compare.Judgement;
import fanout.compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts of sentences. */
final class Phrases {
    /** How many names a sentence can have. */
    private static final int MOST_NAMED = 3;

    private Phrases() {}

    /** {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The first names of a list that may be long, as in {@code a, b, c and 4 more}. */
    static String some(List<String> names) {
        int named = names.size() == MOST_NAMED + 1 ? MOST_NAMED + 1 : Math.min(MOST_NAMED, names.size());
        List<String> parts = new ArrayList<>(names.subList(0, named));
        if (named < names.size()) {
            parts.add(names.size() - named + " more");
        }
        return and(parts);
    }

    /** How large a change is, where its direction is said: {@code 3.6 %}, {@code 4.70×}. */
    static String size(Judgement judgement) {
        return Numbers.size(judgement.change().estimate());
    }

    /** The same with a capital letter at the beginning. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
