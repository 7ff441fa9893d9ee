package fanout.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The raw data, as a file within the page that a browser can save.
 *
 * @param name under which a browser saves it
 * @param type its media type
 * @param base64 its content
 * @param note what is in it, and what is not
 */
record EmbeddedFile(String name, String type, String base64, String note) {
    /** In place of the file, to find out how large the page is without it. */
    static final EmbeddedFile NONE = new EmbeddedFile("", "", "", "");

    /** What is left out where there is no room for all files: each entry leaves out more than the one before. */
    private static final List<Predicate<String>> OMISSIONS = List.of(
            file -> false,
            file -> file.endsWith(".hlog"),
            file -> file.endsWith(".hlog") || file.endsWith(".turns.json"),
            file -> file.startsWith("forks/"));

    private static final List<String> NOTES = List.of(
            "",
            " The latency histograms (.hlog) are left out: they would make this page larger than 2 MB.",
            " Latency histograms and turns are left out: they would make this page larger than 2 MB.",
            " The forks' own files are left out: they would make this page larger than 2 MB.");

    private static final int TO_BASE64 = 4;
    private static final int FROM_BYTES = 3;

    /** One text file as it is. */
    static EmbeddedFile of(String name, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new EmbeddedFile(name, type, Base64.getEncoder().encodeToString(bytes), "The comparison as JSON.");
    }

    /**
     * A folder as a zip file, which leaves out what there is no room for.
     *
     * @param folder its name
     * @param files by name within it
     * @param room how many characters the page has left for it
     */
    static EmbeddedFile of(String folder, SortedMap<String, byte[]> files, long room) {
        for (int i = 0; i < OMISSIONS.size(); i++) {
            SortedMap<String, byte[]> kept = new TreeMap<>(files);
            kept.keySet().removeIf(OMISSIONS.get(i));
            byte[] zip = zip(folder, kept);
            if (zip.length * (long) TO_BASE64 / FROM_BYTES < room || i == OMISSIONS.size() - 1) {
                String note = "The folder of the run as a zip file, as the commands compare and report read it: "
                        + kept.size() + " files." + NOTES.get(i);
                return new EmbeddedFile(
                        folder + ".zip", "application/zip", Base64.getEncoder().encodeToString(zip), note);
            }
        }
        throw new IllegalStateException("the last try is always taken");
    }

    /** A zip file with the same bytes for the same files, whenever it is made. */
    private static byte[] zip(String folder, Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
