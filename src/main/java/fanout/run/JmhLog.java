package fanout.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Collects the output of all forks and of JMH, which starts them; each line begins with its arm. */
final class JmhLog {
    private final PrintStream out;

    JmhLog(PrintStream out) {
        this.out = out;
    }

    /**
     * Copies the output of one fork, to its end.
     *
     * @return the last line that is not blank; empty if there is none
     */
    String copy(Arm arm, InputStream output) throws IOException {
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                write("[" + arm + "] " + line);
                last = line.isBlank() ? last : line.strip();
            }
        }
        return last;
    }

    /** Writes whole lines, since several forks write at the same time. */
    private void write(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
