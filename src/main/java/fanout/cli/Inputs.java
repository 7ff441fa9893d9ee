package fanout.cli;

import fanout.results.Arm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files and folders of a comparison, and the arms in them. */
record Inputs(List<Path> paths) {
    /**
     * All arms, in the order given; those whose names are alike get their path in front.
     *
     * @throws UsageException if a file or folder does not hold results, or is given twice
     */
    List<Arm> arms() throws UsageException {
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path path : paths) {
            for (Arm arm : ResultSource.read(path)) {
                Arm named = names.contains(arm.name()) ? arm.named(path + ":" + arm.name()) : arm;
                if (!names.add(named.name())) {
                    throw new UsageException(path + ": is given twice");
                }
                arms.add(named);
            }
        }
        return arms;
    }
}
