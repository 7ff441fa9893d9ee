package fanout.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of the control groups that limit the time of this process, of both versions: one machine may have both.
 *
 * <p>Tested by {@code fanout.doctor.QuotaCheckTest}.
 */
final class CpuGroups {
    private static final String OWN = "/proc/self/cgroup";
    private static final String MOUNTS = "/proc/self/mountinfo";
    private static final int ROOT = 3;
    private static final int POINT = 4;

    private CpuGroups() {}

    /** A hierarchy of groups: what the processes of {@code root} see at {@code point}. */
    private record Mount(String root, String point) {}

    /** The process's own group, and all above it that can be seen; empty where there are no groups. */
    static List<String> folders(SystemFiles files) {
        List<String> folders = new ArrayList<>();
        for (String line : files.text(OWN).stream().flatMap(String::lines).toList()) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3
                    && (parts[1].isEmpty() || List.of(parts[1].split(",")).contains("cpu"))) {
                mount(files, parts[1].isEmpty()).ifPresent(mount -> folders.addAll(upwards(mount, parts[2])));
            }
        }
        return folders;
    }

    private static Optional<Mount> mount(SystemFiles files, boolean second) {
        return files.text(MOUNTS).stream()
                .flatMap(String::lines)
                .filter(line -> second ? line.contains(" - cgroup2 ") : isFirstVersion(line))
                .map(line -> line.split(" "))
                .filter(words -> words.length > POINT)
                .map(words -> new Mount(words[ROOT], words[POINT]))
                .findFirst();
    }

    private static boolean isFirstVersion(String mount) {
        String options = mount.substring(mount.lastIndexOf(' ') + 1);
        return mount.contains(" - cgroup ") && Stream.of(options.split(",")).anyMatch("cpu"::equals);
    }

    /** A group outside of what is mounted here, {@code /../x}, has no folder of its own. */
    private static List<String> upwards(Mount mount, String group) {
        boolean within = !mount.root().equals("/") && group.startsWith(mount.root());
        String rest = within ? group.substring(mount.root().length()) : group;
        List<String> folders = new ArrayList<>();
        for (String path = rest.contains("..") ? "" : rest;
                path.length() > 1;
                path = path.substring(0, path.lastIndexOf('/'))) {
            folders.add(mount.point() + path);
        }
        folders.add(mount.point());
        return folders;
    }
}
