package fanout.report.plot;

/**
 * Where the parts of a panel are, in the units of its {@code viewBox}. The template takes every position from here.
 *
 * @param left and @param right of the data
 * @param top and @param bottom of the data
 */
record PanelLayout(int width, int height, int left, int right, int top, int bottom) {
    /** A third of a wide page; a phone shows one below the other. */
    static final PanelLayout SMALL = new PanelLayout(320, 200, 46, 304, 8, 164);

    /** Half of the width of an average letter of a label. */
    private static final double HALF_A_LETTER = 3.2;

    /** @param share of the way from left to right */
    double across(double share) {
        return left + share * (right - left);
    }

    /** @param share of the way from the bottom to the top */
    double down(double share) {
        return bottom - share * (bottom - top);
    }

    /** Whether a label whose centre is there has room before the right edge. */
    boolean hasRoom(double at, String label) {
        return at + label.length() * HALF_A_LETTER <= width;
    }

    /** Half-way from left to right, where the name of the x axis is. */
    int centre() {
        return (left + right) / 2;
    }

    /** Half-way from top to bottom, where the name of the y axis is. */
    int middle() {
        return (top + bottom) / 2;
    }

    /** Where the labels at the x axis stand. */
    int belowTicks() {
        return bottom + 14;
    }

    /** Where the labels at the y axis end. */
    int beforeTicks() {
        return left - 5;
    }

    /** Where the name of the x axis stands. */
    int foot() {
        return height - 5;
    }

    /** Where the name of the y axis stands, which is turned. */
    int margin() {
        return 9;
    }
}
