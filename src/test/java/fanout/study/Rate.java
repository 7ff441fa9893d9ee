package fanout.study;

/**
 * How often something happened.
 *
 * @param count how often
 * @param of in so many
 */
record Rate(int count, int of) {
    double value() {
        return (double) count / of;
    }

    /** The standard error of the Monte-Carlo estimate. */
    double standardError() {
        return error(value());
    }

    /**
     * Whether it is above the bound by no more than chance explains: three standard errors, as they are at the bound.
     */
    boolean isAtMost(double bound) {
        return value() <= bound + 3 * error(bound);
    }

    /** Whether it is below the bound by no more than chance explains. */
    boolean isAtLeast(double bound) {
        return value() >= bound - 3 * error(bound);
    }

    private double error(double rate) {
        return Math.sqrt(rate * (1 - rate) / of);
    }
}
