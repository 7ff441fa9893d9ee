package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the action makes of its inputs, wrong and hostile ones among them. */
@NeedsJvm
class ActionInputTest {
    @TempDir
    Path folder;

    private PullRequestApi api;
    private ActionJob job;

    @BeforeEach
    void begin() throws IOException {
        api = new PullRequestApi();
        job = new ActionJob(folder, api).input("jdks", "17 25");
        suite("");
    }

    @AfterEach
    void end() {
        api.close();
    }

    private void suite(String content) throws IOException {
        job.write("work space/target/codec-suite.jar", content);
    }

    private void succeeds() throws IOException {
        Shell shell = job.run();
        assertThat(shell.status()).as(shell.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdks | 17 | expected two or more, the baseline first",
                "jdks | '' | expected two or more",
                "jdks | 17 x | expected feature versions such as 17 25",
                "jdks | 11 17 | 11 is too old",
                "jdks | 17 17 | each once",
                "head | main | needs a base",
                "base | main | with a base it is one",
                "base | --upload-pack=x | expected commits",
                "suite-jar | '' | expected the path of one jar",
                "suite-jar | a.jar:b.jar | expected the path of one jar",
                "suite-jar | *.war | the checkout has no *.war",
                "suite-jar | target/* | the checkout has several: target/codec-suite.jar, target/other.jar",
                "benchmarks | Encode -jvmArgs | not the option '-jvmArgs'",
                "params | n | expected NAME=VALUE",
                "params | -o=x | expected NAME=VALUE",
                "fail-on | faster | expected slower, inconclusive or never",
                "name | a b | expected letters, digits",
                "fanout-jar | none.jar | there is no file none.jar"
            })
    void aWrongInputIsSaidBeforeAnythingIsMeasured(String input, String value, String message) throws IOException {
        job.write("work space/target/other.jar", "");
        Shell shell = job.input(input, value).run();

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out().lines())
                .filteredOn(line -> line.startsWith("::error title=Fanout::"))
                .singleElement()
                .asString()
                .contains(message);
        assertThat(job.calls()).isEmpty();
    }

    /** So that a title of a pull request, or a pattern, can't become a command. */
    @Test
    void inputsArriveAsTheyAre() throws IOException {
        job.input("benchmarks", "$(touch${IFS}pwned) `id` ;*")
                .input("params", "n=$(id)")
                .input("jdks", "17\n 25\n");
        succeeds();

        assertThat(job.calls().get(0)).contains("[-p][n=$(id)]").endsWith("[$(touch${IFS}pwned)][`id`][;*]");
        assertThat(job.workspace()).isDirectoryNotContaining("glob:**pwned");
    }

    @Test
    void aLineBreakInAnInputIsNoCommandOfTheRunner() throws IOException {
        Shell shell = job.input("name", "a\n::stop-commands::x").run();

        assertThat(shell.out().lines()).singleElement().asString().contains("a%0A::stop-commands::x");
    }
}
