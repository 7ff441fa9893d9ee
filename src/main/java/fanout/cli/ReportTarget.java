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
 * @param file the file of {@code --output}, or null for standard output
 */
record ReportTarget(Path file) {
    /**
     * Writes the whole report. A file is replaced atomically.
     *
     * @throws UsageException if the file can't be written; what was there before is then unchanged
     */
    void write(String report, PrintWriter out) throws UsageException {
        if (file == null) {
            out.print(report);
            out.flush();
            return;
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("--output " + file + ": is a folder");
        }
        try {
            AtomicFile.write(file, report.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("--output " + file + ": can't be written (" + cause(e) + ")", e);
        }
    }

    private static String cause(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
