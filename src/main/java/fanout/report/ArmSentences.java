package fanout.report;

import fanout.compare.ArmDifference;
import fanout.compare.ArmDifferences;
import fanout.compare.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the arms of a comparison differ in, a sentence for each candidate.
 *
 * <p>Tested by {@code fanout.report.ArmSentencesTest}.
 */
final class ArmSentences {
    /** How many differences a sentence can name. */
    private static final int MOST_NAMED = 5;

    private ArmSentences() {}

    static List<String> of(Comparison comparison) {
        return comparison.differences().stream().map(ArmSentences::sentence).toList();
    }

    private static String sentence(ArmDifferences arms) {
        List<ArmDifference> all = arms.all();
        int named = all.size() == MOST_NAMED + 1 ? MOST_NAMED + 1 : Math.min(MOST_NAMED, all.size());
        Stream<String> first = all.stream().limit(named).map(difference -> phrase(arms, difference));
        Stream<String> rest =
                Stream.of(all.size() - named).filter(more -> more > 0).map(more -> "and in " + more + " more");
        return arms.candidate() + " differs from " + arms.baseline()
                + (all.isEmpty()
                        ? " in nothing that is recorded"
                        : ": " + Stream.concat(first, rest).collect(Collectors.joining("; ")));
    }

    private static String phrase(ArmDifferences arms, ArmDifference difference) {
        String name = difference.name();
        return switch (difference.what()) {
            case FILE ->
                difference.baseline().isEmpty() || difference.candidate().isEmpty()
                        ? only(arms, difference, name)
                        : name + " with other content";
            case LIBRARY ->
                difference.baseline().isEmpty() || difference.candidate().isEmpty()
                        ? only(arms, difference, name + " " + difference.baseline() + difference.candidate())
                        : instead(name, difference.candidate(), difference.baseline());
            case OPTIONS ->
                difference.candidate().isEmpty()
                        ? "no options instead of " + difference.baseline()
                        : instead(name, difference.candidate(), difference.baseline());
            case JVM, JMH -> instead(name, difference.candidate(), difference.baseline());
        };
    }

    private static String only(ArmDifferences arms, ArmDifference difference, String what) {
        return "only in " + (difference.baseline().isEmpty() ? arms.candidate() : arms.baseline()) + ": " + what;
    }

    private static String instead(String name, String candidate, String baseline) {
        return String.format(
                Locale.ROOT, "%s %s instead of %s", name, candidate, baseline.isEmpty() ? "none" : baseline);
    }
}
