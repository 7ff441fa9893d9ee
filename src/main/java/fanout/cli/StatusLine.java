package fanout.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes lines that stay and, on a terminal, one line below them that is overwritten. */
final class StatusLine {
    private static final int DEFAULT_WIDTH = 80;
    private static final String INDENT = "    ";
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean interactive;
    private final int width;

    StatusLine(PrintWriter out, boolean interactive) {
        this(out, interactive, interactive ? width(System.getenv("COLUMNS")) : DEFAULT_WIDTH);
    }

    /** @param width how many letters a line has room for */
    StatusLine(PrintWriter out, boolean interactive, int width) {
        this.out = out;
        this.interactive = interactive;
        this.width = width;
    }

    /** The width of the terminal. Shells seldom export it, so the terminal is asked; 80 if it is not known. */
    private static int width(String exported) {
        String columns = exported == null ? terminalSize().replaceFirst("^\\d+ ", "") : exported;
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    /** The size of the terminal as {@code ROWS COLUMNS}; empty if it is not known. */
    private static String terminalSize() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            try (var out = stty.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip();
            }
        } catch (IOException e) {
            return ""; // no terminal, or not Unix
        }
    }

    /** Writes a line that stays. */
    void line(String text) {
        out.println((interactive ? CLEAR : "") + text);
        out.flush();
    }

    /** Writes a line that stays and, on a terminal, goes on below where a word would not fit. */
    void words(String text) {
        String rest = text;
        while (interactive && rest.length() > width - 1) {
            int end = rest.lastIndexOf(' ', width - 1);
            if (end <= INDENT.length()) {
                break;
            }
            line(rest.substring(0, end));
            rest = INDENT + rest.substring(end + 1);
        }
        line(rest);
    }

    /** Overwrites what was shown last. Of what is too long the last parts, and then the last words, are left out. */
    void show(String text) {
        if (interactive) {
            out.print(CLEAR + fitting(text));
            out.flush();
        }
    }

    private String fitting(String text) {
        String shown = text;
        while (shown.length() > width - 1) {
            int end = Math.max(shown.lastIndexOf("; "), 0);
            end = end > 0 ? end : shown.lastIndexOf(' ');
            shown = shown.substring(0, end > 0 ? end : width - 1);
        }
        return shown;
    }
}
