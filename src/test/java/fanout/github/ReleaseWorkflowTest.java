package fanout.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs of {@code release.yml}, with a fake build and a fake {@code gh}. */
@NeedsJvm
class ReleaseWorkflowTest {
    /** Makes a jar that says the version, as Maven does with its arguments in this variable. */
    private static final String FAKE_BUILD = """
            mkdir -p target/classes/fanout
            echo "version=${MAVEN_ARGS#-Drevision=}" >target/classes/fanout/build.properties
            cd target && "$JAR" --create --file benchmarks.jar -C classes fanout
            """;

    private static final Pattern REVISION = Pattern.compile("<revision>(\\d+\\.\\d+\\.\\d+)(-SNAPSHOT)?</revision>");

    @TempDir
    Path folder;

    private JsonNode workflow;
    private Runner runner;

    @BeforeEach
    void begin() throws IOException {
        workflow = Workflows.workflow("release");
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        Workflows.executable(folder.resolve(".ci/run"), FAKE_BUILD);
        Workflows.executable(folder.resolve("bin/gh"), "printf '[%s]' \"$@\" >gh.txt; cp notes.md published.md");
        Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
        runner = new Runner(folder, folder.resolve("temp"))
                .environment("JAR", jar.toString())
                .environment("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .environment("GITHUB_REPOSITORY", "acme/fanout")
                .context("github.token", "secret");
    }

    private static String next() throws IOException {
        Matcher revision = REVISION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }

    @Test
    void theTagOfTheNextVersionMakesARelease() throws IOException {
        runner.context("github.ref_name", "v" + next());
        Shell build = runner.job(workflow, "build");
        assertThat(build.status()).as(build.toString()).isZero();
        assertThat(runner.output("version", "version")).isEqualTo(next());

        for (String file : runner.used().get(2).get("path").split("\n")) {
            Files.copy(folder.resolve(file), folder.resolve(Path.of(file).getFileName()));
        }
        Shell publish = runner.job(workflow, "publish");
        assertThat(publish.status()).as(publish.toString()).isZero();
        assertThat(publish.out()).isEqualTo("benchmarks.jar: OK\n");
        assertThat(folder.resolve("gh.txt"))
                .hasContent("[release][create][v" + next() + "][--repo][acme/fanout][--verify-tag][--title][Fanout "
                        + next() + "][--notes-file][notes.md][benchmarks.jar][benchmarks.jar.sha256]");
        String sum = Files.readString(folder.resolve("benchmarks.jar.sha256")).split(" ")[0];
        assertThat(folder.resolve("published.md")).content().contains("SHA-256 of benchmarks.jar: " + sum);
    }

    @Test
    void aJarThatIsNotTheOneThatWasBuiltIsNotPublished() throws IOException {
        runner.context("github.ref_name", "v" + next());
        runner.job(workflow, "build");
        Files.copy(folder.resolve("target/benchmarks.jar.sha256"), folder.resolve("benchmarks.jar.sha256"));
        Files.writeString(folder.resolve("benchmarks.jar"), "another");

        assertThat(runner.job(workflow, "publish").status()).isEqualTo(1);
        assertThat(folder.resolve("gh.txt")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"v0.0.1, pom.xml is", "v1, expected a tag such as v1.0.0", "v1.0.0-rc1, expected", "v01.0.0, expected"})
    void anyOtherTagIsRefusedBeforeAnythingIsBuilt(String tag, String message) throws IOException {
        Shell build = runner.context("github.ref_name", tag).job(workflow, "build");

        assertThat(build.status()).isEqualTo(1);
        assertThat(build.out()).startsWith("::error title=Fanout::").contains(message);
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void aJarOfAnotherVersionIsRefused() throws IOException {
        Workflows.executable(
                folder.resolve(".ci/run"), FAKE_BUILD.replace("${MAVEN_ARGS#-Drevision=}", "1.0.0-SNAPSHOT"));
        Shell build = runner.context("github.ref_name", "v" + next()).job(workflow, "build");

        assertThat(build.status()).isEqualTo(1);
        assertThat(build.out()).contains("the jar is not of version " + next());
    }
}
