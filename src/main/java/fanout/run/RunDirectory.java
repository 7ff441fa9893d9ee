package fanout.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The folder of a run. Each file appears in it complete; what the manifest names is there. One process at a time writes
 * to it: it holds a lock on the log, which the system takes from it when it ends, however it ends.
 */
public final class RunDirectory implements Closeable {
    static final String MANIFEST = "manifest.json";
    static final String LOG = "jmh.log";
    private static final String FORKS = "forks";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final FileChannel lock;
    private Manifest manifest;

    private RunDirectory(Path folder, FileChannel lock, Manifest manifest) {
        this.folder = folder;
        this.lock = lock;
        this.manifest = manifest;
    }

    /**
     * Begins a run in a new folder.
     *
     * @throws FileAlreadyExistsException if there is anything of that name
     */
    public static RunDirectory create(Path folder, Manifest manifest) throws IOException {
        if (folder.toAbsolutePath().getParent() != null) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
        }
        Files.createDirectory(folder);
        RunDirectory created = new RunDirectory(folder, lock(folder), manifest);
        Files.createDirectory(folder.resolve(FORKS));
        created.writeManifest();
        return created;
    }

    /**
     * Goes on with a run.
     *
     * @param manifest as {@link #read} gave it
     * @throws FileAlreadyExistsException if another process is writing to it
     */
    public static RunDirectory reopen(Path folder, Manifest manifest) throws IOException {
        RunDirectory reopened = new RunDirectory(folder, lock(folder), manifest);
        Files.createDirectories(folder.resolve(FORKS));
        reopened.merge();
        return reopened;
    }

    /**
     * The manifest of a run.
     *
     * @throws IOException with one line that names the file, if it is not one
     */
    public static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + ": is not the folder of a run (it has no " + MANIFEST + ")");
        }
        try {
            Manifest read = MAPPER.readValue(file.toFile(), Manifest.class);
            if (read == null || !Manifest.SCHEMA.equals(read.schema()) || read.settings() == null) {
                throw new IOException(file + ": is not a run's manifest of schema " + Manifest.SCHEMA);
            }
            return read;
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IOException(file + ": is not a run's manifest: " + problem, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel log = FileChannel.open(
                folder.resolve(LOG), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
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

    /** Adds the forks of a heat that went well: first their files, then their names, then what is merged of all. */
    void keep(Heat heat, int attempt, List<FinishedFork> finished) throws IOException {
        List<ForkEntry> entries = new ArrayList<>();
        for (FinishedFork fork : finished) {
            int number = manifest.forks().size() + entries.size() + 1;
            String file = String.format(Locale.ROOT, "%s/%04d", FORKS, number);
            var result = JmhResults.labelled(fork.result(), fork.arm().jvm().label());
            write(file + ".jmh", JmhResults.pack(result));
            write(file + ".turns.json", TurnsJson.of(fork.turns()));
            write(file + ".json", JmhResults.json(List.of(result)));
            entries.add(ForkEntry.finished(heat.round(), attempt, fork, file + ".json"));
        }
        add(entries);
        merge();
    }

    /** Adds forks of which there is no result. */
    void add(List<ForkEntry> entries) throws IOException {
        manifest = manifest.with(entries);
        writeManifest();
    }

    private void writeManifest() throws IOException {
        write(MANIFEST, MAPPER.writeValueAsBytes(manifest));
    }

    /** Writes {@code <label>.json} of each JVM, from nothing but the forks' files. */
    private void merge() throws IOException {
        for (Manifest.JvmEntry jvm : manifest.jvms()) {
            List<org.openjdk.jmh.results.BenchmarkResult> forks = new ArrayList<>();
            for (ForkEntry fork : manifest.forks()) {
                if (fork.isOk() && fork.label().equals(jvm.label())) {
                    Path packed = folder.resolve(fork.file().replaceFirst("\\.json$", ".jmh"));
                    forks.add(JmhResults.unpack(Files.readAllBytes(packed)));
                }
            }
            if (!forks.isEmpty()) {
                write(jvm.label() + ".json", JmhResults.json(forks));
            }
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
