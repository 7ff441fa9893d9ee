package fanout.cli;

import fanout.record.FileNames;
import fanout.record.RunFolderReader;
import fanout.results.JmhFiles;
import fanout.results.LoadedResults;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the files and folders that a command is given. If something is wrong with them, the message says so in one
 * line.
 */
final class ResultReader {
    /** Reads results that may be unreadable. */
    interface ResultReading<T> {
        T read() throws IOException, UnreadableResultsException;
    }

    private ResultReader() {}

    /**
     * What is in a JMH JSON file, in the folder of a run or a zip file of it, or in a folder of JMH JSON files.
     *
     * @param allowMismatch whether the folder of a run may lack its manifest: its forks are then in no rounds
     * @throws UsageException with one line that names the file and the place, if it does not hold results
     */
    static LoadedResults read(Path path, boolean allowMismatch) throws UsageException {
        return read(
                path,
                () -> RunFolderReader.isFolderOrArchive(path)
                        ? ofFolder(RunFolderReader.of(path), allowMismatch)
                        : ofFile(path));
    }

    /**
     * What is read of this path.
     *
     * @throws UsageException with one line that names the file and the place, if it does not hold results
     */
    static <T> T read(Path path, ResultReading<T> reading) throws UsageException {
        try {
            return reading.read();
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IllegalArgumentException e) { // of results that can't be put together
            throw new UsageException(path + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UsageException(e.getFile() + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UsageException(e.getFile() + ": can't be read (permission denied)", e);
        } catch (IOException e) {
            throw new UsageException(path + ": can't be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * What is compared of a run.
     *
     * @throws IllegalArgumentException if it was begun with what it can't be judged by
     */
    static LoadedResults source(RunFolderResults results) throws IOException, UnreadableResultsException {
        LoadedResults source = results.source();
        JudgingOptions.criteria(source.judging());
        return source;
    }

    private static LoadedResults ofFolder(RunFolderReader folder, boolean allowMismatch)
            throws IOException, UnreadableResultsException {
        if (folder.isRun()) {
            return source(RunFolderResults.open(folder));
        }
        if (folder.hasForks() && !allowMismatch) {
            throw new UnreadableResultsException(
                    folder.path(),
                    "is the folder of a run (it has " + FileNames.FORKS + "), but has no " + FileNames.MANIFEST
                            + ", which says which forks took turns; --allow-mismatch judges the files without it");
        }
        return JmhFiles.in(folder);
    }

    private static LoadedResults ofFile(Path file) throws IOException, UnreadableResultsException {
        try (InputStream json = Files.newInputStream(file)) {
            return JmhFiles.one(json, file.toString(), file.getFileName().toString());
        }
    }
}
