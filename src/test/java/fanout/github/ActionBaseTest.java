package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The action holds the checkout against another commit, in a checkout as {@code actions/checkout} makes it. */
@NeedsJvm
class ActionBaseTest {
    private static final Pattern JARS = Pattern.compile("base=\"17\" -cp \"([^\"]+)\".*head=\"17\" -cp \"([^\"]+)\"");

    @TempDir
    Path folder;

    private PullRequestApi api;
    private ActionJob job;

    @BeforeEach
    void begin() throws IOException {
        api = new PullRequestApi();
        job = new ActionJob(folder, api).input("suite-jar", "built.jar").input("build", "cp source built.jar");
        Path origin = folder.resolve("origin");
        job.write("origin/source", "first");
        git(folder, "init", "--quiet", "--initial-branch", "main", origin.toString());
        commit(origin, "first");
        git(origin, "tag", "v1");
        git(origin, "checkout", "--quiet", "-b", "topic");
        job.write("origin/source", "second");
        commit(origin, "second");
        git(job.workspace(), "clone", "--quiet", "--depth", "1", "--branch", "topic", "file://" + origin, ".");
    }

    @AfterEach
    void end() {
        api.close();
    }

    private static String git(Path where, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@localhost"));
        command.addAll(List.of(arguments));
        Shell shell = Shell.run(where, Map.of("GIT_CONFIG_GLOBAL", "/dev/null"), command);
        assertThat(shell.status()).as(shell.toString()).isZero();
        return shell.out().strip();
    }

    private static void commit(Path where, String message) {
        git(where, "add", ".");
        git(where, "commit", "--quiet", "-m", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "v1", "commit"})
    void theBaseIsFetchedAndBuiltBesideTheCheckout(String base) throws IOException {
        job.write("work space/source", "changed since");
        Shell shell = job.input("base", base.equals("commit") ? git(folder.resolve("origin"), "rev-parse", "v1") : base)
                .run();

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertJars("first", "changed since");
    }

    @Test
    void theHeadCanBeAnotherCommitThanTheCheckout() throws IOException {
        job.write("work space/source", "changed since");
        Shell shell = job.input("base", "v1").input("head", "topic").run();

        assertThat(shell.status()).as(shell.toString()).isZero();
        assertJars("first", "second");
    }

    private void assertJars(String base, String head) throws IOException {
        Matcher jars = JARS.matcher(job.calls().get(0));
        assertThat(jars.find()).as("%s", job.calls()).isTrue();
        assertThat(Path.of(jars.group(1))).hasContent(base);
        assertThat(Path.of(jars.group(2))).hasContent(head);
    }

    @Test
    void aBaseThatIsNowhereIsSaid() throws IOException {
        Shell shell = job.input("base", "nowhere").run();

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).contains("::error title=Fanout::nowhere: there is no such commit, branch or tag");
        assertThat(job.calls()).isEmpty();
    }
}
