package fanout.testing;

import fanout.record.FileNames;
import fanout.record.RunFolderReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published results: loose files, and runs in zip files. */
public final class Published {
    public static final Path RESULTS = Path.of("results");

    private Published() {}

    /** A file of a run, by its name in the run's folder. */
    public static byte[] file(String run, String name) throws IOException {
        return RunFolderReader.of(RESULTS.resolve(run)).bytes(name);
    }

    /** All JSON files, but for those of single forks; those of a run have its zip file before their name. */
    public static SortedMap<String, byte[]> json() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(RESULTS)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(each -> !each.getParent().endsWith(FileNames.FORKS))
                    .toList()) {
                String name = RESULTS.relativize(file).toString();
                if (name.endsWith(FileNames.JSON)) {
                    files.put(name, Files.readAllBytes(file));
                } else if (name.endsWith(".zip")) {
                    for (Map.Entry<String, byte[]> each :
                            RunFolderReader.of(file).rawData().entrySet()) {
                        if (each.getKey().endsWith(FileNames.JSON)
                                && !each.getKey().contains("/")) {
                            files.put(name + "/" + each.getKey(), each.getValue());
                        }
                    }
                }
            }
        }
        return files;
    }

    /** Writes the files of a run into a folder, as they were before it was packed. */
    public static void unpack(String run, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file :
                RunFolderReader.of(RESULTS.resolve(run)).rawData().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
