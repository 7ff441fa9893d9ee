package fanout.run;

import fanout.record.AtomicFile;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.JvmRecord;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.record.RoundRecord;
import fanout.record.WarmUpRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * Writes the folder of a run. Each file is written atomically, and a file is written before the manifest names it. One
 * process at a time writes to a folder: it holds a lock on the log, which the operating system releases when the
 * process ends, even if it is killed.
 *
 * <p>Tested by {@code fanout.run.RunExecutorTest} and {@code fanout.jar.RunJarIT}.
 */
public final class RunFolderWriter implements Closeable {
    private final Path folder;
    private final ForkFiles files;
    private final FileChannel lock;
    private final Map<String, RecordedFork> forks = new HashMap<>();
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
     * @throws FileAlreadyExistsException if a file or folder of that name exists
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
     * Opens the folder of a run that goes on.
     *
     * @throws FileAlreadyExistsException if another process is writing to it
     * @throws AccessDeniedException if this user may not write to it
     * @throws IOException with one line that names the file, if something in it can't be read
     */
    public static RunFolderWriter reopen(Path folder) throws IOException {
        FileChannel lock = lock(folder);
        try {
            // Read only under the lock: another process may have written to the folder until now.
            RunFolderWriter reopened =
                    new RunFolderWriter(folder, lock, BegunRun.read(folder).manifest());
            for (ForkRecord fork : reopened.manifest.forks()) {
                reopened.files.requireIntact(fork);
            }
            requireWritable(folder.resolve(FileNames.FORKS));
            reopened.merge();
            return reopened;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** What is measured goes there, after minutes. */
    private static void requireWritable(Path folder) throws AccessDeniedException {
        if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
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
            // Another run in this process holds it.
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

    /** The log, for JMH's own output and that of the forks; it is closed together with this. */
    public PrintStream log() {
        return new PrintStream(Channels.newOutputStream(lock), false, StandardCharsets.UTF_8);
    }

    /** Adds the forks of a group that ended well: first their files, then their entries, then the merged files. */
    void keep(ForkGroup forkGroup, int attempt, List<FinishedFork> finished) throws IOException {
        List<ForkRecord> entries = new ArrayList<>();
        for (FinishedFork fork : finished) {
            int number = manifest.forks().size() + entries.size() + 1;
            entries.add(ForkRecords.finished(forkGroup.round(), attempt, fork, files.write(number, fork)));
        }
        add(entries);
        merge();
    }

    /** Adds entries to the manifest; the files that they name must exist. */
    void add(List<ForkRecord> entries) throws IOException {
        replace(manifest.with(entries));
    }

    /** Adds what was found about the machine, before forks measure on it. */
    public void add(MachineCheck check) throws IOException {
        replace(manifest.with(check));
    }

    /** Notes what was learned of the warm-up; null if nothing is. */
    void learned(List<WarmUpRecord> warmUps) throws IOException {
        replace(manifest.withWarmUps(warmUps));
    }

    /** Notes that a round is complete. */
    void add(RoundRecord round) throws IOException {
        replace(manifest.with(round));
    }

    private void replace(Manifest next) throws IOException {
        if (!next.equals(manifest)) {
            write(folder, next);
            manifest = next;
        }
    }

    /** The forks that ended well, with their iterations. Files of forks never change, so each is read once. */
    List<RecordedFork> forks() {
        return manifest.forks().stream()
                .filter(ForkRecord::endedWell)
                .map(fork -> forks.computeIfAbsent(fork.file(), file -> new RecordedFork(fork, files.iterations(file))))
                .toList();
    }

    private static void write(Path folder, Manifest manifest) throws IOException {
        AtomicFile.write(folder.resolve(FileNames.MANIFEST), manifest.toJson());
    }

    /** Writes {@code <label>.json} of each JVM, from the forks' files alone. */
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
