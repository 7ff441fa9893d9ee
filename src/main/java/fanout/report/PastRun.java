package fanout.report;

import fanout.results.ResultSet;
import fanout.results.RunDetails;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One run of a history.
 *
 * @param link to its page, as a relative URL
 * @param resultSets one for each JVM that has results
 */
public record PastRun(String link, RunDetails run, List<ResultSet> resultSets) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What the arms of all these runs are: JVMs, or arms as soon as one run has more than JVMs. */
    static String kind(List<PastRun> runs) {
        return runs.stream()
                .map(run -> ArmNames.of(run.resultSets()).kind())
                .filter(ArmNames.ARM::equals)
                .findFirst()
                .orElse(ArmNames.JVM);
    }

    /** When its first fork started, if that is known. */
    Optional<Instant> started() {
        return run.record().forks().stream()
                .flatMap(fork -> fork.started().stream())
                .min(Comparator.naturalOrder());
    }

    /** A time of a run, to the minute, in UTC. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
