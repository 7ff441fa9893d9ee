package fanout.run;

import fanout.record.AtomicFile;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * The folder of a run. Each file appears in it complete; what the manifest names is there. One process at a time writes
 * to it: it holds a lock on the log, which the system takes from it when it ends, however it ends.
 *
 * <p>Tested by {@code fanout.run.MeasuringTest} and {@code fanout.jar.RunJarIT}.
 */
public final class RunFolderWriter implements Closeable {
    private final Path folder;
    private final ForkFiles files;
    private final FileChannel lock;
    private Manifest manifest;

    private RunFolderWriter(Path folder, FileChannel lock, Manifest manifest) {
        this.folder = folder;
        this.files = new ForkFiles(folder);
        this.lock = lock;
        this.manifest = manifest;
    }

    /**
     * Begins a run in a new folder.
     *
     * @throws FileAlreadyExistsException if there is anything of that name
     */
    public static RunFolderWriter create(Path folder, Manifest manifest) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder);
        FileChannel lock = lock(folder);
        Files.createDirectory(folder.resolve(FileNames.FORKS));
        write(folder, manifest);
        return new RunFolderWriter(folder, lock, manifest);
    }

    /**
     * Goes on with a run.
     *
     * @throws FileAlreadyExistsException if another process is writing to it
     * @throws IOException with one line that names the file, if something in it can't be read
     */
    public static RunFolderWriter reopen(Path folder) throws IOException {
        FileChannel lock = lock(folder);
        try {
            // Not before: another process may have written to it until now.
            RunFolderWriter reopened =
                    new RunFolderWriter(folder, lock, BegunRun.read(folder).manifest());
            reopened.merge();
            return reopened;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel log = FileChannel.open(
                folder.resolve(FileNames.JMH_LOG),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        try {
            if (log.tryLock() != null) {
                return log;
            }
        } catch (OverlappingFileLockException e) {
            // Another run of this very process holds it.
        }
        log.close();
        throw new FileAlreadyExistsException(folder.toString(), null, "another run is writing to it");
    }

    public Path folder() {
        return folder;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Where JMH's own output goes, and that of the forks; closed together with this. */
    public PrintStream log() {
        return new PrintStream(Channels.newOutputStream(lock), false, StandardCharsets.UTF_8);
    }

    /** Adds the forks of a group of forks that went well: first their files, then their names, then what is merged of all. */
    void keep(ForkGroup forkGroup, int attempt, List<FinishedFork> finished) throws IOException {
        List<ForkRecord> entries = new ArrayList<>();
        for (FinishedFork fork : finished) {
            int number = manifest.forks().size() + entries.size() + 1;
            entries.add(ForkRecords.finished(forkGroup.round(), attempt, fork, files.write(number, fork)));
        }
        add(entries);
        merge();
    }

    /** Adds entries; the files that they name are there. */
    void add(List<ForkRecord> entries) throws IOException {
        Manifest longer = manifest.with(entries);
        write(folder, longer);
        manifest = longer;
    }

    private static void write(Path folder, Manifest manifest) throws IOException {
        AtomicFile.write(folder.resolve(FileNames.MANIFEST), manifest.toJson());
    }

    /** Writes {@code <label>.json} of each JVM, from nothing but the forks' files. */
    private void merge() throws IOException {
        for (JvmRecord jvm : manifest.jvms()) {
            List<BenchmarkResult> forks = new ArrayList<>();
            for (ForkRecord fork : manifest.forks()) {
                if (fork.endedWell() && fork.label().equals(jvm.label())) {
                    forks.add(files.read(fork.file()));
                }
            }
            if (!forks.isEmpty()) {
                AtomicFile.write(folder.resolve(FileNames.merged(jvm.label())), JmhResults.json(forks));
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
