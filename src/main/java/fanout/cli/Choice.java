package fanout.cli;

import fanout.report.ReportFormat;
import fanout.selection.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option that has only certain ones, in capital or small letters.
 *
 * <p>Tested by {@code fanout.cli.CompareUsageTest} and {@code fanout.cli.RunUsageTest}.
 *
 * @param type the enumeration of the values, whose texts are those on the command line
 */
record Choice<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    /** What else a value is often called. */
    private static final Map<String, String> ALIASES = Map.of("md", ReportFormat.MARKDOWN.toString());

    /** The value of an enumeration that has this name; empty if there is none. */
    static Optional<Object> find(Class<?> type, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(small, small);
        Object[] values = type.getEnumConstants();
        return Stream.of(values).filter(value -> value.toString().equals(name)).findFirst();
    }

    @Override
    public E convert(String text) {
        List<String> known = Stream.of(type.getEnumConstants()).map(E::toString).toList();
        return find(type, text)
                .map(type::cast)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is none of " + String.join(", ", known) + DidYouMean.question(text, known)));
    }
}
