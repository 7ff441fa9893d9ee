package fanout.results;

import fanout.record.RunFolderReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of JMH JSON without a manifest: each is a result set of its own, and nothing says that their forks took turns.
 */
public final class JmhFiles {
    private JmhFiles() {}

    /**
     * One file.
     *
     * @param path for messages
     * @param name of the file, without its folder
     * @throws UnreadableResultsException if it is not JMH JSON
     */
    public static LoadedResults one(InputStream json, String path, String name)
            throws IOException, UnreadableResultsException {
        return LoadedResults.ofFiles(path, List.of(resultSet(json, path, name)));
    }

    /**
     * All JSON files of a folder, except a comparison.
     *
     * @throws UnreadableResultsException if one of them is not JMH JSON, or there is none
     */
    public static LoadedResults in(RunFolderReader folder) throws IOException, UnreadableResultsException {
        List<ResultSet> resultSets = new ArrayList<>();
        for (String name : folder.jsonFiles()) {
            try (InputStream json = folder.open(name)) {
                resultSets.add(resultSet(json, folder.path(name), name));
            }
        }
        if (resultSets.isEmpty()) {
            throw new UnreadableResultsException(folder.path(), "has no results in it (*.json)");
        }
        return LoadedResults.ofFiles(folder.path(), resultSets);
    }

    private static ResultSet resultSet(InputStream json, String path, String name)
            throws IOException, UnreadableResultsException {
        return ResultSet.of(name.replaceFirst("\\.json$", ""), null, false, JmhJson.read(json, path));
    }
}
