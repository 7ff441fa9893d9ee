package fanout.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad a finding about a machine is, the worst first. */
public enum Severity {
    /** It can turn a verdict. */
    WARNING,
    /** It adds noise, or is worth knowing. */
    NOTE,
    /** It can't be seen here. */
    UNKNOWN,
    /** It is as it should be. */
    OK;

    /** The word in a manifest; one of a later version counts as {@code UNKNOWN}. */
    @JsonCreator
    static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.toString().equals(word)) {
                return severity;
            }
        }
        return UNKNOWN;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
