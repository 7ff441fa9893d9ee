package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.ForkRecord;
import fanout.record.RunFolderReader;
import fanout.testing.Entry;
import fanout.testing.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderResultsTest {
    @TempDir
    Path folder;

    /** A page is a comparison, the details, and the raw data: what was read for one of them serves the others. */
    @Test
    void aFileThatWasReadOnceIsNotReadAgain() throws Exception {
        SampleRuns.typical(folder);
        RunFolderReader reader = new RunFolderReader(folder);
        RunFolderResults results = RunFolderResults.open(reader);
        LoadedResults source = results.source();
        overwrite(".*/(manifest|\\d+)\\.json");

        RunDetails run = results.run();

        assertThat(run.forks()).hasSize((int)
                run.record().forks().stream().filter(ForkRecord::endedWell).count());
        assertThat(source.resultSets()).hasSize(2);
        overwrite(".*/forks/.*");
        Map<String, byte[]> raw = reader.rawData();
        assertThat(raw.get("forks/0001.json")).startsWith('[', '\n');
        assertThat(raw.get("forks/0001.turns.json")).startsWith('[', '\n');
        assertThat(raw.get("forks/0001.hlog")).startsWith('#');
        assertThat(raw.get("manifest.json")).startsWith('{');
    }

    private void overwrite(String files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.toString().matches(files)) {
                    Files.writeString(file, "another");
                }
            }
        }
    }

    /** Each fork is parsed once: every caller gets the same objects. */
    @Test
    void theSamplesOfAForkAreTheSameObjectsEverywhere() throws Exception {
        SampleRuns.oneJvm(folder);
        RunFolderResults results = RunFolderResults.open(new RunFolderReader(folder));
        results.source();

        Iterator<ForkDetails> again = results.run().forks().iterator();
        for (ForkDetails trace : results.run().forks()) {
            assertThat(again.next().measured()).isSameAs(trace.measured());
        }
    }

    /** A fork on a JVM that the manifest does not list is shown, but not compared. */
    @Test
    void aComparisonReadsTheForksOfListedJvmsAlone() throws Exception {
        Entry.write(folder.resolve("manifest.json"), """
                {"schema": "fanout-run/1", "jvms": [{"label": "a"}], "forks": [
                 {"label": "a", "status": "ok", "file": "a.json"}, {"label": "b", "status": "ok", "file": "b.json"}]}""");
        Entry.write(folder.resolve("a.json"), new Entry("a.B.c", Entry.forks(1, 1, 1)));
        RunFolderResults results = RunFolderResults.open(new RunFolderReader(folder));

        assertThat(results.source().resultSets()).extracting(ResultSet::name).containsExactly("a");

        Entry.write(folder.resolve("b.json"), new Entry("a.B.c", Entry.forks(1, 2, 1)));
        assertThat(results.run().forks())
                .extracting(trace -> trace.entry().label())
                .containsExactly("a", "b");
    }
}
