package fanout.report;

import fanout.compare.Comparison;
import fanout.record.ForkRecord;
import fanout.record.MachineKind;
import fanout.record.Manifest;
import fanout.results.ResultSet;
import java.time.Duration;
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
 * @param name of its folder
 * @param resultSets one for each JVM that has results
 * @param comparison its verdicts; null where there is nothing to compare
 */
public record PastRun(String link, String name, Manifest record, List<ResultSet> resultSets, Comparison comparison) {
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

    MachineKind machine() {
        return MachineKind.of(record.host());
    }

    /** When its first fork started, if that is known. */
    Optional<Instant> started() {
        return record.forks().stream().flatMap(fork -> fork.started().stream()).min(Comparator.naturalOrder());
    }

    /** How long any of its forks was alive, so without the time until it was resumed; zero where unknown. */
    Duration took() {
        List<ForkRecord> dated = record.forks().stream()
                .filter(fork -> fork.started().isPresent())
                .sorted(Comparator.comparing(fork -> fork.started().orElseThrow()))
                .toList();
        Duration sum = Duration.ZERO;
        Instant until = Instant.MIN;
        for (ForkRecord fork : dated) {
            Instant start = fork.started().orElseThrow();
            Instant end = start.plus(fork.lifetime());
            if (end.isAfter(until)) {
                sum = sum.plus(Duration.between(start.isAfter(until) ? start : until, end));
                until = end;
            }
        }
        return sum;
    }

    /** Whether it was too short to conclude from. */
    boolean quick() {
        return record.isQuick();
    }

    /** A time of a run, to the minute, in UTC. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
