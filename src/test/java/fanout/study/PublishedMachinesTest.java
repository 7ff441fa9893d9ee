package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.RunFolderReader;
import fanout.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code results/machines.md} says what the published runs say, with none of them forgotten. */
class PublishedMachinesTest {
    private static final Path RESULTS = Path.of("results");
    private static final Path INDEX = RESULTS.resolve("machines.md");

    @Test
    void theIndexIsWhatTheRunsSay() throws Exception {
        List<DefaultRun> runs = new ArrayList<>();
        for (Path folder : RunFolderReader.runsIn(RESULTS)) {
            DefaultRun run = DefaultRun.read(folder);
            if (run.problem().isEmpty()) {
                runs.add(run);
            }
        }
        assertThat(runs)
                .extracting(run -> RESULTS.relativize(run.folder()).toString())
                .contains("20261125-044923-vm.zip", "until-decided/jdks.zip", "sweep/setups.zip")
                .doesNotContain(
                        "conditions/cold.zip", "conditions/tls.zip", "conditions/one-core.zip", "sweep/async.zip");

        Golden.assertHolds(INDEX, MachineIndex.markdown(RESULTS, runs));
    }
}
