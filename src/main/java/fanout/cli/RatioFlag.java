package fanout.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a ratio: {@code 0.05}, or {@code 5%}, which is the same.
 *
 * <p>Tested by {@code fanout.cli.CompareUsageTest}.
 */
final class RatioFlag implements ITypeConverter<Double> {
    private static final double HUNDRED = 100;

    @Override
    public Double convert(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        try {
            double value = Double.parseDouble(number);
            if (!percent && value > 1) {
                throw new TypeConversionException(
                        "'" + text + "' is above 1; " + number + " % is " + number + "%, or " + value / HUNDRED);
            }
            return percent ? value / HUNDRED : value;
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no ratio such as 0.03, or 3%");
        }
    }
}
