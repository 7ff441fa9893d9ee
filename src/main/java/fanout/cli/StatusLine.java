package fanout.cli;

import java.io.PrintWriter;

/** Lines that stay, and below them, on a terminal, one that does not. */
final class StatusLine {
    private static final int DEFAULT_WIDTH = 80;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean interactive;
    private final int width;

    StatusLine(PrintWriter out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
        this.width = width(System.getenv("COLUMNS"));
    }

    /** Shells seldom export their width; 80 is what every terminal has. */
    private static int width(String columns) {
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    /** Writes a line that stays. */
    void line(String text) {
        out.println((interactive ? CLEAR : "") + text);
        out.flush();
    }

    /** Writes over what was shown last. */
    void show(String text) {
        if (interactive) {
            out.print(CLEAR + text.substring(0, Math.min(text.length(), width - 1)));
            out.flush();
        }
    }
}
