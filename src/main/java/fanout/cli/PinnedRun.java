package fanout.cli;

import fanout.record.CpuPins;
import fanout.run.RunSettings;
import fanout.server.ServerConditions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that a run's processes can be pinned as its flags say.
 *
 * <p>Tested by {@code fanout.cli.PinnedRunTest}.
 */
final class PinnedRun {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)$");

    private PinnedRun() {}

    /**
     * What the flags say; null for one that is not given.
     *
     * @throws IllegalArgumentException if it is no list of CPUs, one is not there, or this system can't pin
     */
    static CpuPins given(String forks, String server) {
        requireValue(CpuPins.FORKS_FLAG, forks);
        requireValue(CpuPins.SERVER_FLAG, server);
        CpuPins pins = new CpuPins(forks, server);
        requirePossible(pins, System.getenv("PATH"));
        return pins;
    }

    private static void requireValue(String flag, String text) {
        if (text != null && text.isEmpty()) {
            throw new IllegalArgumentException(flag + " is empty, must be CPUs such as 0 or 0,2-3");
        }
    }

    /**
     * Checks that this machine has these CPUs, and the program that pins.
     *
     * @param path the folders where programs are looked for; may be null
     * @throws IllegalArgumentException if not
     */
    static void requirePossible(CpuPins pins, String path) {
        if (pins.areNone()) {
            return;
        }
        String flag = pins.forks().isEmpty() ? CpuPins.SERVER_FLAG : CpuPins.FORKS_FLAG;
        boolean found = Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
        if (!found) {
            throw new IllegalArgumentException(flag + " needs Linux, and its program taskset on the PATH");
        }
        pins.requireAmong(allowed(flag));
    }

    private static String allowed(String flag) {
        try {
            Matcher allowed = ALLOWED.matcher(Files.readString(STATUS, StandardCharsets.US_ASCII));
            if (allowed.find()) {
                return allowed.group(1);
            }
        } catch (IOException e) {
            // not Linux
        }
        throw new IllegalArgumentException(flag + " needs Linux: " + STATUS + " does not say which CPUs there are");
    }

    /** @throws UsageException if a server is to be pinned that is in no process of its own */
    static void requireServer(RunSettings settings) throws UsageException {
        List<String> servers = settings.measuredParams().getOrDefault("server", List.of());
        if (!settings.cpus().server().isEmpty() && !servers.contains(ServerConditions.FORKED)) {
            throw new UsageException(CpuPins.SERVER_FLAG + " " + settings.cpus().server() + ": needs --server forked");
        }
    }
}
