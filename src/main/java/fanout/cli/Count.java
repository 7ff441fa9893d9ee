package fanout.cli;

/** A number of things, in words. */
final class Count {
    private Count() {}

    /** {@code 1 round}, {@code 3 rounds}. */
    static String of(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
