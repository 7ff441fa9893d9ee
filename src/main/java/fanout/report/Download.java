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
 * Raw data within the page.
 *
 * @param name of the file that a browser saves
 * @param type its media type
 * @param base64 its content
 * @param note what is in it, and what is not
 */
record Download(String name, String type, String base64, String note) {
    /** Nothing yet. */
    static final Download NONE = new Download("", "", "", "");

    /** What is left out first, where not all has room. */
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

    /** One file of text, as it is. */
    static Download of(String name, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Download(name, type, Base64.getEncoder().encodeToString(bytes), "The comparison as JSON.");
    }

    /**
     * A folder as a zip file.
     *
     * @param folder its name
     * @param files by name within it
     * @param room how many characters the page has left for it
     */
    static Download of(String folder, SortedMap<String, byte[]> files, long room) {
        for (int i = 0; i < OMISSIONS.size(); i++) {
            SortedMap<String, byte[]> kept = new TreeMap<>(files);
            kept.keySet().removeIf(OMISSIONS.get(i));
            byte[] zip = zip(folder, kept);
            if (zip.length * (long) TO_BASE64 / FROM_BYTES < room || i == OMISSIONS.size() - 1) {
                String note = "The folder of the run as a zip file, as `compare` and `report` read it: " + kept.size()
                        + " files." + NOTES.get(i);
                return new Download(
                        folder + ".zip", "application/zip", Base64.getEncoder().encodeToString(zip), note);
            }
        }
        throw new IllegalStateException("the last try is always taken");
    }

    /** The same bytes for the same files. */
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
