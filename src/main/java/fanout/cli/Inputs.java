package fanout.cli;

import fanout.results.Arm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files and folders of a comparison, and the arms in them. */
record Inputs(List<Path> paths) {
    private record Found(Path path, Arm arm) {}

    /**
     * All arms, in the order given; those whose names are alike get their path in front. Of several runs only the first
     * brings its control, which shows the noise around the first JVM and no other.
     *
     * @throws UsageException if a file or folder does not hold results, or is given twice
     */
    List<Arm> arms() throws UsageException {
        List<Found> found = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path path : paths) {
            boolean first = found.isEmpty();
            for (Arm arm : ResultSource.read(path)) {
                if (first || !arm.control()) {
                    found.add(new Found(path, arm));
                }
            }
            if (!seen.add(real(path))) {
                throw new UsageException(path + ": is given twice");
            }
        }
        return found.stream().map(each -> named(each, found)).toList();
    }

    private static Path real(Path path) throws UsageException {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UsageException(path + ": can't be read (" + e.getMessage() + ")", e);
        }
    }

    private static Arm named(Found each, List<Found> all) {
        String name = each.arm().name();
        long alike =
                all.stream().filter(other -> other.arm().name().equals(name)).count();
        return alike == 1 ? each.arm() : each.arm().named(each.path() + ":" + name);
    }
}
