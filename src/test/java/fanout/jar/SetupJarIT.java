package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameter {@code setup}, from outside. */
@Timeout(240)
class SetupJarIT {
    private static final Jdk JDK = Jdks.found().get(0);
    private static final String LEFT_OUT =
            "socketFloor is left out: it has no setup, and setup is minimal and tuned; to"
                    + " measure it, too, add none: -p setup=minimal,tuned,none";

    @TempDir
    Path folder;

    @Test
    void eachSetupIsMeasuredAndTheFloorIsLeftOut() throws IOException {
        Jar jar = new Jar(folder);

        Shell jmh = jar.jmh(JDK, "FanOut.*(semaphoreAsync|socketFloor)", "-p", "setup=minimal,tuned");
        Shell run = jar.takeTurns(List.of(JDK), "FanOut.*(semaphoreAsync|socketFloor)", "-p", "setup=minimal,tuned");

        for (Shell shell : List.of(jmh, run)) {
            assertThat(shell.status()).as(shell.toString()).isZero();
            assertThat(shell.out() + shell.err()).contains(LEFT_OUT);
        }
        for (List<JsonNode> results : List.of(jar.results(), jar.results(JDK))) {
            assertThat(results)
                    .extracting(SetupJarIT::named)
                    .containsExactlyInAnyOrder("semaphoreAsync minimal", "semaphoreAsync tuned");
        }
    }

    /** It has no setup, so it is compared with every setup of the others. */
    @Test
    void theFloorIsMeasuredBesideTheSetupsIfItIsAskedFor() throws IOException {
        Jar jar = new Jar(folder);

        Shell jmh = jar.jmh(JDK, "FanOut.*(semaphoreAsync|socketFloor)", "-p", "setup=idiomatic,none");
        Shell run =
                jar.takeTurns(List.of(JDK), "FanOut.*(semaphoreAsync|socketFloor)", "-p", "setup=idiomatic,tuned,none");

        assertThat(jmh.status()).as(jmh.toString()).isZero();
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(jar.results())
                .extracting(SetupJarIT::named)
                .containsExactlyInAnyOrder("semaphoreAsync idiomatic", "socketFloor ");
        assertThat(jar.results(JDK))
                .extracting(SetupJarIT::named)
                .containsExactlyInAnyOrder("semaphoreAsync idiomatic", "semaphoreAsync tuned", "socketFloor ");
        Shell compared = jar.run(JDK, Stream.of("compare", "--by", "strategy", "--format", "json", "out"));
        assertThat(compared.out()).contains("\"setup\" : \"idiomatic\"", "\"setup\" : \"tuned\"", "socketFloor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "idiomatic,fast", "Minimal"})
    void anUnknownSetupIsRefused(String setup) {
        Jar jar = new Jar(folder);
        List<String> words = List.of("FanOut.*semaphoreAsync", "-p", "setup=" + setup);

        for (Shell shell : Stream.of(
                        jar.jmh(JDK, words.toArray(String[]::new)),
                        jar.takeTurns(List.of(JDK), words.toArray(String[]::new)))
                .toList()) {
            assertThat(shell.status()).isEqualTo(2);
            assertThat(shell.complaints()).singleElement().asString().contains("must be idiomatic or minimal or tuned");
        }
        assertThat(Files.exists(folder.resolve("results"))).isFalse();
    }

    @Test
    void theFloorAloneHasNoSetup() {
        Shell jmh = new Jar(folder).jmh(JDK, "FanOut.*socketFloor", "-p", "setup=tuned");
        Shell run = new Jar(folder).takeTurns(List.of(JDK), "FanOut.*socketFloor", "-p", "setup=tuned");

        for (Shell shell : List.of(jmh, run)) {
            assertThat(shell.status()).isEqualTo(2);
            assertThat(shell.complaints()).singleElement().asString().contains("-p setup: no selected benchmark has");
        }
    }

    private static String named(JsonNode result) {
        String benchmark = result.get("benchmark").asText();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1) + " "
                + result.at("/params/setup").asText();
    }
}
