package fanout.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * What is said on standard error of files that were read nonetheless.
 *
 * <p>Tested by {@code fanout.cli.MissingChecksumsTest}.
 */
final class Notes {
    private Notes() {}

    /** Prints each in a line, which begins as all that this program says there. */
    static void print(List<String> notes, PrintWriter err) {
        notes.forEach(note -> err.println("fanout: " + note));
    }
}
