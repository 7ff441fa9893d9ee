package fanout.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records have every field of what was published: nothing is lost, and nothing is spelled in another way. */
class PublishedFoldersTest {
    private static final Path RESULTS = Path.of("results");

    static List<Path> runs() throws IOException {
        return RunFolderReader.runsIn(RESULTS);
    }

    @Test
    void someFoldersArePublished() throws IOException {
        assertThat(runs()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aManifestIsTheSameWhenItIsReadAndWritten(Path run) throws IOException {
        byte[] json = RunFolderReader.of(run).manifest();

        assertThat(manifest(Manifest.read(json).toJson())).isEqualTo(manifest(json));
    }

    /** Without what only the first pinned runs say of their CPUs: that there are some. */
    private static String manifest(byte[] json) {
        return new String(json, UTF_8).replace(",\n      \"none\" : false", "");
    }

    /** The iterations of the first runs have no score, which is now written as unknown. */
    @ParameterizedTest
    @MethodSource("runs")
    void theIterationsOfAForkAreTheSameWhenTheyAreReadAndWritten(Path run) throws IOException {
        RunFolderReader folder = RunFolderReader.of(run);
        for (Map.Entry<String, byte[]> file : folder.rawData().entrySet()) {
            if (file.getKey().endsWith(FileNames.ITERATIONS)) {
                String json = new String(file.getValue(), UTF_8);
                String again = new String(IterationRecord.toJson(IterationRecord.read(file.getValue())), UTF_8);
                assertThat(json.contains("\"score\"") ? again : again.replace(",\"score\":null", ""))
                        .isEqualTo(json);
            }
        }
    }
}
