package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a control group limits how much time of the processors this process may take.
 *
 * <p>Tested by {@code fanout.doctor.QuotaCheckTest}.
 */
final class QuotaCheck {
    private static final String NAME = "CPU quota";
    private static final Pattern MAX = Pattern.compile("(\\d{1,15}) (\\d{1,15})");

    /** More than any machine has. */
    private static final double NO_LIMIT = 1e6;

    private QuotaCheck() {}

    /** How many processors' time a group has, and the share of its periods that were cut short; NaN if unknown. */
    private record Quota(double processors, double cutShort) {}

    static Finding quota(Observations seen) {
        List<String> groups = CpuGroups.folders(seen.files());
        if (groups.isEmpty()) {
            return Finding.unknown(NAME, seen.notVisible());
        }
        Optional<Quota> least = groups.stream()
                .flatMap(group -> of(seen.files(), group).stream())
                .min(Comparator.comparingDouble(Quota::processors));
        if (least.isEmpty()) {
            return Finding.ok(NAME, "none");
        }
        Quota quota = least.get();
        String text = String.format(Locale.ROOT, "%.2f CPUs of %d", quota.processors(), seen.allProcessors());
        if (quota.processors() >= seen.allProcessors()) {
            return Finding.ok(NAME, text);
        }
        boolean container = Surroundings.isContainer(seen.files());
        return new Finding(
                NAME,
                Severity.WARNING,
                text + cutShort(quota),
                quota.processors() < 1
                        ? "even a single thread is stopped again and again"
                        : "once it is used up, all threads stop until the next period",
                container
                        ? "--cpuset-cpus=0,1 in place of --cpus; in Kubernetes no limits.cpu"
                        : "start it outside of the service or slice that has CPUQuota");
    }

    private static String cutShort(Quota quota) {
        return quota.cutShort() > 0
                ? String.format(Locale.ROOT, "; %.0f %% of its periods were cut short", 100 * quota.cutShort())
                : "";
    }

    /** The second version's one file, or the two of the first. */
    private static Optional<Quota> of(SystemFiles files, String group) {
        Optional<String> first = files.number(group + "/cpu.cfs_quota_us")
                .flatMap(quota -> files.number(group + "/cpu.cfs_period_us").map(period -> quota + " " + period));
        return files.text(group + "/cpu.max")
                .or(() -> first)
                .map(MAX::matcher)
                .filter(Matcher::matches)
                .map(found -> Double.parseDouble(found.group(1)) / Double.parseDouble(found.group(2)))
                .filter(processors -> processors > 0 && processors < NO_LIMIT)
                .map(processors -> new Quota(processors, cutShort(files, group)));
    }

    private static double cutShort(SystemFiles files, String group) {
        String stat = files.text(group + "/cpu.stat").orElse("");
        return field(stat, "nr_throttled") / field(stat, "nr_periods");
    }

    private static double field(String stat, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\d{1,15})$").matcher(stat);
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }
}
