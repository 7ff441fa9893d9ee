package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing about a machine that matters to who measures on it. No user's name and no path of a user is in it.
 *
 * @param name what was looked at
 * @param severity how bad it is
 * @param seen what was seen
 * @param why it matters; empty if nothing is wrong
 * @param advice what helps; empty if nothing needs to be done, or nothing can
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(String name, Severity severity, String seen, String why, String advice) {
    public Finding {
        name = Absent.orEmpty(name);
        severity = severity == null ? Severity.UNKNOWN : severity;
        seen = Absent.orEmpty(seen);
        why = Absent.orEmpty(why);
        advice = Absent.orEmpty(advice);
    }

    /** Nothing is wrong. */
    public static Finding ok(String name, String seen) {
        return new Finding(name, Severity.OK, seen, "", "");
    }

    /** @param problem why it can't be seen */
    public static Finding unknown(String name, String problem) {
        return new Finding(name, Severity.UNKNOWN, problem, "", "");
    }
}
