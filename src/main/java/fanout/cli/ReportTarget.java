package fanout.cli;

import fanout.record.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a report goes.
 *
 * @param file the file, or null for standard output
 * @param what it is called in messages
 */
record ReportTarget(Path file, String what) {
    /** @param output the file of {@code --output}, or null for standard output */
    ReportTarget(Path output) {
        this(output, "--output " + output);
    }

    /** A file that no flag names. */
    static ReportTarget named(Path file) {
        return new ReportTarget(file, file.toString());
    }

    /**
     * Writes the whole report. A file is replaced atomically.
     *
     * @throws UsageException if the file can't be written; what was there before is then unchanged
     */
    void write(String report, PrintWriter out) throws UsageException {
        if (file == null) {
            out.print(report);
            if (out.checkError()) {
                throw new UsageException("standard output can't be written: the report is lost");
            }
            return;
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(what + ": is a folder");
        }
        try {
            AtomicFile.write(file, report.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException(what + ": can't be written (" + cause(e) + ")", e);
        }
    }

    private static String cause(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
