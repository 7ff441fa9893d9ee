package fanout.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a machine, by their absolute paths. No method ever fails: a file that is absent, can't be read, or holds
 * something else than what was asked for, is empty.
 */
public interface SystemFiles {
    /** What a value that is shown must look like: such files are not ours. */
    Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,40}");

    Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    /** The content, without blanks at both ends. */
    Optional<String> text(String path);

    /** The names of what is in a folder, sorted. */
    List<String> names(String folder);

    /** The content, if it is one word. */
    default Optional<String> word(String path) {
        return text(path).filter(text -> WORD.matcher(text).matches());
    }

    /** The content, if it is one whole number. */
    default Optional<Long> number(String path) {
        return text(path).filter(text -> WHOLE_NUMBER.matcher(text).matches()).map(Long::parseLong);
    }

    /** The content, if it is a list of numbers such as {@code 0-3,8}. */
    default Optional<NumberRanges> ranges(String path) {
        return text(path).flatMap(NumberRanges::parse);
    }
}
