package fanout.doctor;

import fanout.record.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether this is a container, from which a part of the machine can't be seen or changed.
 *
 * <p>Tested by {@code fanout.doctor.DoctorTest}.
 */
final class Surroundings {
    private static final String[] SIGNS = {"/.dockerenv", "/run/.containerenv"};
    private static final String MOUNTS = "/proc/self/mountinfo";
    private static final int MOUNT_POINT = 4;

    private Surroundings() {}

    static Optional<Finding> container(Observations seen) {
        return isContainer(seen.files())
                ? Optional.of(Finding.unknown(
                        "container", "limits of outer groups, and other containers, can't be seen from inside"))
                : Optional.empty();
    }

    /** The command that writes a setting of the kernel, and where to give it. */
    static String write(SystemFiles files, String value, String file) {
        return (isContainer(files) ? "on the host: " : "") + "echo " + value + " | sudo tee " + file;
    }

    /** Docker and Podman leave a sign; the root of others, too, is a stack of layers. */
    static boolean isContainer(SystemFiles files) {
        return Stream.of(SIGNS).anyMatch(sign -> files.text(sign).isPresent())
                || files.text(MOUNTS).stream().flatMap(String::lines).anyMatch(Surroundings::isLayeredRoot);
    }

    private static boolean isLayeredRoot(String mount) {
        String[] words = mount.split(" ");
        return words.length > MOUNT_POINT && words[MOUNT_POINT].equals("/") && mount.contains(" - overlay ");
    }
}
