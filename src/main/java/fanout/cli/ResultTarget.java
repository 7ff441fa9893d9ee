package fanout.cli;

import fanout.record.AtomicFile;
import fanout.record.FileNames;
import fanout.run.LatencyLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;

/**
 * The file that the results of one run are written to.
 *
 * @param wanted the file, unless another process takes the name first
 * @param format how it is written
 * @param byJmh whether {@code -rf} or {@code -rff} was given, so that JMH writes the file itself
 */
record ResultTarget(Path wanted, ResultFormatType format, boolean byJmh) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The file that the options ask for, or else {@code folder/<UTC date-time>-jdk<N>.json}.
     *
     * @throws UsageException if the folder can't be created or written to: known now, not after the run
     */
    static ResultTarget of(Options options, Path folder, Instant start, MeasuredJvm jvm) throws UsageException {
        if (options.getResult().hasValue() || options.getResultFormat().hasValue()) {
            ResultFormatType format = options.getResultFormat().orElse(Defaults.RESULT_FORMAT);
            String extension = format.name().toLowerCase(Locale.ROOT);
            Path file = Path.of(options.getResult().orElse(Defaults.RESULT_FILE_PREFIX + "." + extension));
            return new ResultTarget(file, format, true);
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".fanout", ".tmp"));
        } catch (IOException e) {
            throw new UsageException("results can't be written to " + folder + " (" + e + ")", e);
        }
        Path file = folder.resolve(SECOND.format(start) + "-jdk" + jvm.feature() + ".json");
        return new ResultTarget(file, ResultFormatType.JSON, false);
    }

    /**
     * Keeps the results of a run that went well, and the histograms of its latencies in a file next to them.
     *
     * @return where the results are, unless JMH has written them, and said so, itself
     */
    Optional<Path> keep(Collection<RunResult> results) throws IOException {
        if (byJmh) {
            // It replaces an older one, as JMH does with its own file.
            keepLatencies(wanted, results);
            return Optional.empty();
        }
        return Optional.of(write(wanted, results));
    }

    private Path write(Path file, Collection<RunResult> results) throws IOException {
        Path written = AtomicFile.writeNew(file, rendered(results));
        keepLatencies(written, results);
        return written;
    }

    private static void keepLatencies(Path file, Collection<RunResult> results) throws IOException {
        Optional<byte[]> log = LatencyLog.of(results);
        if (log.isPresent()) {
            String name = FileNames.withExtension(file.getFileName().toString(), FileNames.HISTOGRAMS);
            AtomicFile.write(file.resolveSibling(name), log.get());
        }
    }

    /**
     * Cleans up after a run that failed, and keeps what it had measured, if anything, in a file whose name ends in
     * {@code -incomplete}.
     */
    Optional<Path> keepIncomplete(Collection<RunResult> results) throws IOException {
        // JMH creates its file before it measures anything.
        if (byJmh && Files.isRegularFile(wanted) && Files.size(wanted) == 0) {
            Files.delete(wanted);
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(write(incomplete(), results));
    }

    private Path incomplete() {
        return wanted.resolveSibling(FileNames.withSuffix(wanted.getFileName().toString(), "-incomplete"));
    }

    /** The text is made in memory first, because JMH's own writer hides it when the disk is full. */
    private byte[] rendered(Collection<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(format, stream).writeOut(results);
        }
        return bytes.toByteArray();
    }
}
