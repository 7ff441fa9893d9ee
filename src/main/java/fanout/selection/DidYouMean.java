package fanout.selection;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds what somebody probably meant by a word that is not known. */
public final class DidYouMean {
    /** More than this is no help. */
    private static final int MOST = 3;

    /** A word may have one mistake, and one more for each so many letters. */
    private static final int LETTERS_A_MISTAKE = 4;

    private DidYouMean() {}

    /**
     * A question at the end of a complaint, such as {@code ; did you mean compare?}; empty if nothing is like the word.
     */
    public static String question(String word, Collection<String> known) {
        List<String> nearest = nearest(word, known);
        return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
    }

    /**
     * The known words that are most like this one, at most three: those with the fewest mistakes, and then those that
     * it is the beginning of. Capital letters don't count.
     */
    public static List<String> nearest(String word, Collection<String> known) {
        String meant = letters(word);
        TreeMap<Integer, List<String>> byMistakes = new TreeMap<>();
        int most = Math.min(MOST, 1 + meant.length() / LETTERS_A_MISTAKE);
        List<String> others =
                known.stream().distinct().filter(each -> !each.equals(word)).toList();
        for (String each : others) {
            int mistakes = mistakes(meant, letters(each));
            boolean beginning = !meant.isEmpty() && letters(each).startsWith(meant);
            if (mistakes <= most && mistakes < meant.length()) {
                byMistakes.merge(mistakes, List.of(each), DidYouMean::joined);
            } else if (beginning) {
                byMistakes.merge(MOST + 1, List.of(each), DidYouMean::joined);
            }
        }
        return byMistakes.isEmpty()
                ? List.of()
                : byMistakes.firstEntry().getValue().stream().limit(MOST).toList();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Without the dashes of an option. */
    private static String letters(String word) {
        return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters are too many, missing, wrong, or in the place of their neighbour. */
    private static int mistakes(String one, String other) {
        int[][] count = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                count[i][j] = i == 0 || j == 0 ? i + j : fewest(count, one, other, i, j);
            }
        }
        return count[one.length()][other.length()];
    }

    private static int fewest(int[][] count, String one, String other, int i, int j) {
        int wrong = count[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(wrong, 1 + Math.min(count[i - 1][j], count[i][j - 1]));
        boolean turned =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return turned ? Math.min(fewest, count[i - 2][j - 2] + 1) : fewest;
    }
}
