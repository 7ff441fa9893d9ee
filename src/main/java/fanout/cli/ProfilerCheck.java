package fanout.cli;

import fanout.selection.JmhSuite;
import java.util.List;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.ProfilerConfig;

/**
 * Checks the profilers of {@code -prof} before anything is measured.
 *
 * <p>Tested by {@code fanout.cli.ArmUsageTest}.
 */
final class ProfilerCheck {
    private ProfilerCheck() {}

    /**
     * Checks that JMH has each profiler, and that it works on this machine. One that only a suite has need only be
     * there.
     *
     * @param profilers each as {@code NAME} or {@code NAME:OPTIONS}
     */
    static void check(List<String> profilers, List<JmhSuite> suites) throws UsageException {
        for (String profiler : profilers) {
            String[] parts = profiler.split(":", 2);
            String type = parts[0].replace('.', '/') + ".class";
            boolean own = suites.stream()
                    .anyMatch(suite -> !suite.classPath().resources(type).isEmpty());
            if (!own) {
                check(profiler, new ProfilerConfig(parts[0], parts.length == 1 ? "" : parts[1]));
            }
        }
    }

    private static void check(String profiler, ProfilerConfig config) throws UsageException {
        try {
            ProfilerFactory.getProfilerOrException(config);
        } catch (ProfilerException e) {
            boolean unknown = e.getCause() instanceof ClassNotFoundException;
            String problem = unknown ? "there is no such profiler (-lprof lists them all)" : e.getMessage();
            throw new UsageException(
                    "-prof " + profiler + ": " + problem.strip().replaceAll("\\s+", " "), e);
        }
    }
}
