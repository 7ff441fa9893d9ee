package fanout.cli;

import java.io.Console;

/** Finds out what standard output is connected to. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether to write colours: on a terminal, unless {@code NO_COLOR} is set or {@code TERM} is {@code dumb}.
     *
     * <p>Source: no-color.org.
     */
    static boolean hasColour() {
        String noColour = System.getenv("NO_COLOR");
        boolean refused = noColour != null && !noColour.isEmpty() || "dumb".equals(System.getenv("TERM"));
        return !refused && isInteractive();
    }

    /**
     * Whether output goes to a terminal, where a line can be overwritten. A JVM knows this only if standard input is a
     * terminal, too. If it is not, {@code -Dfanout.interactive=true} says so.
     */
    static boolean isInteractive() {
        return Boolean.getBoolean("fanout.interactive") || isTerminal(System.console());
    }

    /**
     * From JDK 22 on there can be a console without a terminal, and it has a method that says so. Before, a console
     * always meant a terminal.
     */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
