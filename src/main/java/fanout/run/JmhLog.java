package fanout.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Collects JMH's own output of all forks; each line begins with its arm. */
final class JmhLog {
    private final PrintStream out;

    JmhLog(PrintStream out) {
        this.out = out;
    }

    /**
     * The output for JMH to write to, for one fork of this arm.
     *
     * @param iterations takes the result of each iteration, in order, before JMH returns that of the fork
     */
    OutputFormat of(Arm arm, Consumer<IterationResult> iterations) {
        PrintStream lines = new PrintStream(new Lines("[" + arm + "] "), true, StandardCharsets.UTF_8);
        OutputFormat text = OutputFormatFactory.createFormatInstance(lines, VerboseMode.NORMAL);
        return ObservedOutput.of(text, (method, args) -> {
            if (method.equals("iterationResult")) {
                iterations.accept((IterationResult) args[args.length - 1]);
            }
        });
    }

    private void write(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /** Writes whole lines only, since several forks write at the same time. */
    private final class Lines extends OutputStream {
        private final String prefix;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                JmhLog.this.write(prefix + line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", ""));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
