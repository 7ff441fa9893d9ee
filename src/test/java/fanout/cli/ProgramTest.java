package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison.By;
import fanout.compare.Criteria;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is suggested can be pasted into a shell. */
class ProgramTest {
    private static final Program SCRIPT = new Program(List.of("./run-bench.sh"));

    @Test
    void itIsCalledAsItWas() {
        assertThat(Program.of("my/benchmarks.jar run --quick", "my/benchmarks.jar")
                        .command("help"))
                .matches("\\S*java -jar my/benchmarks.jar help");
        assertThat(Program.of("fanout.Main run", "a.jar:b.jar").command("help"))
                .matches("\\S*java -cp a.jar:b.jar fanout.Main help");
        assertThat(SCRIPT.command("run", "--resume", Path.of("results/x")))
                .isEqualTo("./run-bench.sh run --resume results/x");
    }

    @Test
    void whatAShellWouldReadOtherwiseIsQuoted() {
        assertThat(new Program(List.of("a b/run-bench.sh")).command("report", "it's", "$HOME"))
                .isEqualTo("'a b/run-bench.sh' report 'it'\\''s' '$HOME'");
    }

    @Test
    void theNextCommandsNameTheFolderAndTheCriteria() {
        Path folder = Path.of("results/x");

        assertThat(new NextCommands(SCRIPT, folder, Criteria.DEFAULT).lines(List.of(By.JVM, By.STRATEGY)))
                .containsExactly(
                        "Next: ./run-bench.sh compare results/x",
                        "      ./run-bench.sh compare --by strategy results/x",
                        "      ./run-bench.sh report results/x");
        assertThat(new NextCommands(SCRIPT, folder, new Criteria(0.1, 0.01)).lines(List.of(By.JVM)))
                .contains("Next: ./run-bench.sh compare --threshold 0.1 --alpha 0.01 results/x");
        assertThat(new NextCommands(SCRIPT, folder, Criteria.DEFAULT).lines(List.of()))
                .containsExactly("Next: ./run-bench.sh report results/x");
    }
}
