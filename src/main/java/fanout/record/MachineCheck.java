package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What was found about the machine before forks measured on it: one when a run begins, and one each time it goes on.
 *
 * @param time when, as ISO 8601 in UTC; empty where unknown
 * @param findings the worst first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MachineCheck(String time, List<Finding> findings) {
    public MachineCheck {
        time = Absent.orEmpty(time);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** The findings of one severity. */
    public List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
