package fanout.cli;

import java.util.List;
import java.util.Map;

/** Looks at the benchmark parameters before a fork is started, so that a wrong value costs no warm-up. */
@FunctionalInterface
public interface Preflight {
    /** Accepts everything. */
    Preflight NONE = parameters -> {};

    /**
     * Checks what {@code -p} was given.
     *
     * @param parameters each name that was given, in alphabetical order, with its values in the order given; names are
     *     those of parameters that a selected benchmark has, values are not empty
     * @throws IllegalArgumentException if a value can't be used; the message is one line that names parameter and value
     */
    void check(Map<String, List<String>> parameters);
}
