package fanout.cli;

import fanout.results.Arm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files and folders of a comparison, and the arms in them. */
record Inputs(List<Path> paths) {
    private record Found(Path path, Arm arm) {}

    /**
     * All arms, in the order given; those whose names are alike get their path in front, and a number where that is
     * alike, too. Of several runs only the first brings its control, which shows the noise around the first JVM and no
     * other.
     *
     * @throws UsageException if a file or folder does not hold results
     */
    List<Arm> arms() throws UsageException {
        List<Found> found = new ArrayList<>();
        for (Path path : paths) {
            boolean first = found.isEmpty();
            for (Arm arm : ResultSource.read(path)) {
                if (first || !arm.control()) {
                    found.add(new Found(path, arm));
                }
            }
        }
        Set<String> taken = new HashSet<>();
        return found.stream().map(each -> named(each, found, taken)).toList();
    }

    private static Arm named(Found each, List<Found> all, Set<String> taken) {
        String name = each.arm().name();
        long alike =
                all.stream().filter(other -> other.arm().name().equals(name)).count();
        String wanted = alike == 1 ? name : each.path() + ":" + name;
        String free = wanted;
        for (int number = 2; !taken.add(free); number++) {
            free = wanted + "#" + number;
        }
        return each.arm().named(free);
    }
}
