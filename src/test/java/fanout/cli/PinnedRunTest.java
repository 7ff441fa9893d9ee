package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.record.CpuPins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --cpus LIST --server-cpus LIST} that can't be used are one line, before anything runs. */
@EnabledOnOs(OS.LINUX)
class PinnedRunTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --cpus x                              | --cpus is x, must be CPUs such as 0 or 0,2-3
            --cpus 0,                             | --cpus is 0,, must be CPUs such as 0 or 0,2-3
            --cpus 3-1                            | --cpus is 3-1, must be CPUs such as 0 or 0,2-3
            --cpus 0;ls                           | --cpus is 0;ls, must be CPUs such as 0 or 0,2-3
            --cpus ''                             | --cpus is empty, must be CPUs such as 0 or 0,2-3
            --cpus 0-9998                         | --cpus is 0-9998, but CPU
            --server forked --server-cpus 9999    | --server-cpus is 9999, but CPU 9999 is not among those that it may use: 0
            --server-cpus 0                       | --server-cpus 0: needs --server forked
            --server embedded --server-cpus 0     | --server-cpus 0: needs --server forked
            """)
    void aListThatCannotBeUsedIsOneLine(String options, String complaint) {
        List<String> args = new ArrayList<>(List.of("run"));
        List.of(options.split(" ")).forEach(word -> args.add(word.equals("''") ? "" : word));

        CommandLineSession session = CommandLineSession.run(folder.resolve("r"), args.toArray(String[]::new));

        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + complaint);
        assertThat(session.status()).isEqualTo(2);
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void aSystemWithoutTasksetCannotPin() {
        CpuPins pins = new CpuPins("0", "");

        assertThatThrownBy(() -> PinnedRun.requirePossible(pins, folder.toString()))
                .hasMessage("--cpus needs Linux, and its program taskset on the PATH");
        assertThatThrownBy(() -> PinnedRun.requirePossible(new CpuPins("", "0"), null))
                .hasMessage("--server-cpus needs Linux, and its program taskset on the PATH");
    }

    @Test
    void theManifestHasTheListsAndNothingElse() throws IOException {
        assertThat(new ObjectMapper().writeValueAsString(new CpuPins("0", "1")))
                .isEqualTo("{\"forks\":\"0\",\"server\":\"1\"}");
    }

    @Test
    void whereNothingIsPinnedNothingIsNeeded() {
        PinnedRun.requirePossible(CpuPins.NONE, null);

        assertThat(CpuPins.prefix(CpuPins.NONE.forks())).isEmpty();
        assertThat(CpuPins.prefix("0,2-3")).containsExactly("taskset", "-c", "0,2-3");
    }
}
