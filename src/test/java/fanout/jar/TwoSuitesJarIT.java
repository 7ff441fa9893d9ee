package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import fanout.testing.Suite;
import fanout.testing.SuiteRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a suite in one run of the jar: each with its own JMH, and with another version of its library. */
@Timeout(120)
class TwoSuitesJarIT {
    private static final String PARSE = "com.acme.ParseBenchmark";
    private static final String PRINT = "com.acme.PrintBenchmark";
    private static final String ADDED = "com.acme.AddedBenchmark";
    private static final List<String> BOTH = List.of(PARSE + ".parse", PRINT + ".print");

    @TempDir
    Path folder;

    @Test
    void whatBothHaveIsMeasuredAndTheRestIsNamed() throws Exception {
        Jdk jdk = Jdk.running();
        Suite base = Suite.base(folder, "1.30");
        Suite head = Suite.head(folder, "1.37");
        SuiteRun run = new SuiteRun(folder);
        List<String> flags = new ArrayList<>(SuiteRun.arm("base", jdk, "-Xmx80m -cp " + base.classPath()));
        flags.addAll(
                SuiteRun.arm("head", jdk, "-Da.home=" + System.getProperty("user.home") + " -cp " + head.classPath()));

        Shell shell = run.measure(jdk, flags);

        assertThat(methods(run.results("base"))).isEqualTo(BOTH);
        assertThat(methods(run.results("head"))).contains(ADDED + ".now").containsAll(BOTH);
        String leftOut = "base AddedBenchmark.now is left out: it is not on this arm's class path";
        assertThat(run.manifest().get("leftOut"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo(leftOut);
        assertThat(shell.out()).contains(leftOut);
        theManifestNamesAll(run, base, head);
    }

    private static void theManifestNamesAll(SuiteRun run, Suite base, Suite head) throws Exception {
        JsonNode before = run.arm("base");
        JsonNode after = run.arm("head");
        assertThat(before.get("options"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("-Xmx80m");
        assertThat(before.get("jmhVersion").asText()).isEqualTo("1.30");
        assertThat(after.get("jmhVersion").asText()).isEqualTo("1.37");
        assertThat(before.get("classPath").findValuesAsText("file"))
                .startsWith("base-1.30.jar", "jmh-core-1.30.jar")
                .endsWith("slf4j-api-2.0.16.jar", "slf4j-simple-2.0.16.jar");
        assertThat(before.get("classPath").get(0).get("sha256").asText()).isEqualTo(sha256(base.jar()));
        assertThat(after.get("classPath").get(0).get("sha256").asText()).isEqualTo(sha256(head.jar()));
        assertThat(before.get("classPath").findValues("libraries").toString())
                .contains(
                        "com.fasterxml.jackson.core:jackson-databind:" + Suite.OLD_JACKSON,
                        "org.openjdk.jmh:jmh-core:1.30");
        assertThat(after.get("classPath").findValues("libraries").toString())
                .contains("com.fasterxml.jackson.core:jackson-databind:" + Suite.NEWER_JACKSON);
        theChangedClassAloneDiffers(before.get("benchmarkClasses"), after.get("benchmarkClasses"));
        assertThat(SuiteRun.text(run.out().resolve("manifest.json")))
                .doesNotContain(System.getProperty("user.home") + "/", "=" + System.getProperty("user.home"));
    }

    private static void theChangedClassAloneDiffers(JsonNode base, JsonNode head) {
        assertThat(base).hasSize(2);
        assertThat(head).hasSize(3);
        assertThat(base.get(PARSE)).isEqualTo(head.get(PARSE));
        assertThat(base.get(PRINT)).isNotEqualTo(head.get(PRINT));
        assertThat(head.has(ADDED)).isTrue();
    }

    private static List<String> methods(JsonNode results) {
        return results.findValuesAsText("benchmark").stream().sorted().toList();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
