package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comment that the action keeps in a pull request, with a fake Fanout. */
@NeedsJvm
class ActionCommentTest {
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

    @Test
    void aPullRequestHasOneCommentThatTheNextRunRewrites() throws IOException {
        succeeds();
        assertThat(api.comments())
                .singleElement()
                .asString()
                .startsWith("<!-- fanout --><!-- suite -->\n### JDK 25 is *not slower*\n")
                .contains("server/acme/codec/actions/runs/42", "fanout-suite");

        job.write("comparison", "### JDK 25 is slower: \"a\\b\" is 5 % slower\n");
        succeeds();
        assertThat(api.comments()).singleElement().asString().contains("### JDK 25 is slower: \"a\\b\" is 5 % slower");
        assertThat(api.requests()).hasSize(4).allMatch(request -> request.endsWith(" Bearer " + ActionJob.TOKEN));
    }

    @Test
    void anotherUseOfTheActionHasItsOwnComment() throws IOException {
        succeeds();
        job.input("name", "suite-2");
        succeeds();
        succeeds();

        assertThat(api.comments()).hasSize(2);
        assertThat(api.comments().get(1)).startsWith("<!-- fanout --><!-- suite-2 -->");
        assertThat(job.runner().used())
                .last()
                .satisfies(upload -> assertThat(upload).containsEntry("name", "fanout-suite-2"));
    }

    @Test
    void theCommentIsFoundAmongMany() throws IOException {
        for (int i = 0; i < 203; i++) {
            api.comments().add("I quote: <!-- fanout --><!-- suite -->");
        }
        api.comments().add(201, "<!-- fanout --><!-- suite -->\nold");
        succeeds();

        assertThat(api.comments()).hasSize(204);
        assertThat(api.comments().get(201)).contains("not slower");
    }

    @ParameterizedTest
    @CsvSource({"403, POST", "403, GET POST", "401, GET", "404, GET", "403, PATCH"})
    void aForksPullRequestGoesWithoutComment(int status, String methods) throws IOException {
        if (methods.equals("PATCH")) {
            succeeds();
        }
        api.refuse(status, methods);
        List<String> before = List.copyOf(api.comments());
        Shell shell = job.run();

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertThat(shell.out())
                .contains("::notice title=Fanout::no comment: the token may not write to this pull request" + " ("
                        + status + "); the summary of the run has the verdicts");
        assertThat(api.comments()).isEqualTo(before);
        assertThat(job.runner().summary()).contains("not slower");
    }

    @Test
    void anApiThatDoesNotAnswerIsNoReasonToFail() throws IOException {
        api.refuse(502, "POST");
        assertThat(job.run().out()).contains("::warning title=Fanout::no comment: the API answered 502");
        api.close();
        Shell shell = job.run();

        assertThat(shell.out()).contains("::warning title=Fanout::no comment: the API answered 000");
        assertThat(shell.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "comment: false"})
    void noCommentIsWrittenWhereNoneIsWanted(String why) throws IOException {
        if (why.equals("push")) {
            job.write("event.json", "{\"ref\": \"refs/heads/main\"}");
        } else {
            job.input("comment", "false");
        }
        succeeds();

        assertThat(api.requests()).isEmpty();
        assertThat(job.runner().summary()).contains("not slower");
    }

    @Test
    void whatIsTooLongForACommentIsLeftOut() throws IOException {
        String details = "\n<details>\n" + "more ".repeat(15_000) + "\n</details>\n";
        job.write("comparison", "### title\n\n| table |\n" + details);
        succeeds();
        assertThat(api.comments().get(0)).contains("### title\n\n| table |\n").doesNotContain("details");
        assertThat(job.runner().summary()).contains("</details>");

        job.write("comparison", "### title\n\n" + "| row |\n".repeat(9_000) + details);
        succeeds();
        assertThat(api.comments().get(0))
                .contains("| row |\n\n(cut off here)\n")
                .hasSizeLessThan(65_536);
    }

    /** Other processes of the machine can read a command line. */
    @Test
    void theTokenIsOnNoCommandLine() throws IOException {
        Workflows.executable(
                folder.resolve("bin/curl"),
                "printf '[%s]' \"$@\" >>\"$HERE/curl.txt\"; PATH=${PATH#*:} exec curl \"$@\"\n");
        job.environment("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        succeeds();

        assertThat(api.comments()).hasSize(1);
        assertThat(folder.resolve("curl.txt"))
                .content()
                .contains("[GET]", "[POST]")
                .doesNotContain(ActionJob.TOKEN);
    }
}
