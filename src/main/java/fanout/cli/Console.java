package fanout.cli;

import java.io.PrintStream;
import java.util.Objects;

/** The two streams that a command speaks to: results on {@code out}, complaints on {@code err}. */
public record Console(PrintStream out, PrintStream err) {
    public Console {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }

    /** Standard output and standard error. */
    public static Console ofThisProcess() {
        return new Console(System.out, System.err);
    }

    /**
     * Writes one line to {@code err}, with the program's name in front. Line breaks within the message become blanks,
     * and characters that control a terminal become question marks.
     */
    void complain(String message) {
        err.println("fanout: "
                + String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cc}", "?"));
        err.flush();
    }
}
