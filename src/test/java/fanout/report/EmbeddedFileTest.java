package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedFileTest {
    private static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Random random = new Random(1);
        for (String name : List.of("manifest.json", "forks/0001.json", "forks/0001.turns.json", "forks/0001.hlog")) {
            byte[] bytes = new byte[1000]; // random bytes can't be compressed
            random.nextBytes(bytes);
            files.put(name, bytes);
        }
        return files;
    }

    private static List<String> names(EmbeddedFile file) throws IOException {
        List<String> names = new ArrayList<>();
        byte[] bytes = Base64.getDecoder().decode(file.base64());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** The largest and least needed files are left out first, and the note says so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9000 | 4 | 4 files.
            5600 | 3 | latency histograms (.hlog) are left out
            4000 | 2 | Latency histograms and turns are left out
            2000 | 1 | forks' own files are left out
            0    | 1 | forks' own files are left out
            """)
    void theArchiveLeavesOutWhatDoesNotFit(long room, int count, String note) throws IOException {
        EmbeddedFile file = EmbeddedFile.of("run", files(), room);

        assertThat(names(file)).hasSize(count).contains("run/manifest.json");
        assertThat(file.note()).contains(note);
        assertThat(file.name()).isEqualTo("run.zip");
    }

    @Test
    void theArchiveIsTheSameForTheSameFiles() {
        assertThat(EmbeddedFile.of("run", files(), 9000)).isEqualTo(EmbeddedFile.of("run", files(), 9000));
    }
}
