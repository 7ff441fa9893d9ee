package fanout.record;

/** The whole numbers from {@code min} to {@code max}. */
public record WholeNumbers(int min, int max) implements AllowedValues {
    static WholeNumbers from(int min) {
        return new WholeNumbers(min, Integer.MAX_VALUE);
    }

    @Override
    public void check(String name, String value) {
        int number;
        try {
            number = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw AllowedValues.wrong(name, value, "a whole number");
        }
        if (number < min || number > max) {
            String range = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
            throw AllowedValues.wrong(name, value, range);
        }
    }
}
