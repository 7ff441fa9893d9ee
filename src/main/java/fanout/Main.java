package fanout;

import fanout.cli.Console;
import fanout.cli.Launcher;

/** The entry point of {@code benchmarks.jar}; {@link Launcher} says what it does. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = new Launcher(Console.ofThisProcess()).run(args);
        // Not a plain return: with -f 0 a benchmark's threads may still be alive.
        System.exit(status);
    }
}
