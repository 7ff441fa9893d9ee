package fanout.compare;

import fanout.results.RecordedArm;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of a JVM, each with the words that belong to it.
 *
 * <p>Tested by {@code fanout.compare.ArmDifferencesTest}.
 */
record Options(List<String> words) {
    Options {
        words = List.copyOf(words);
    }

    static Options of(RecordedArm arm) {
        return of(arm.arm().options());
    }

    /** A word without a hyphen belongs to the option before it, as in {@code --add-modules jdk.incubator.vector}. */
    static Options of(List<String> arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-") || words.isEmpty()) {
                words.add(argument);
            } else {
                words.add(words.remove(words.size() - 1) + " " + argument);
            }
        }
        return new Options(words);
    }

    /** Those that the others don't have; of an option that is given twice, each takes one away. */
    Options without(Options others) {
        List<String> rest = new ArrayList<>(words);
        others.words.forEach(rest::remove);
        return new Options(rest);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
