package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --until} with real forks: of the same JVM twice, which can't be told apart. */
@Timeout(180)
@NeedsJvm
class UntilDecidedTest {
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    private Path folder;

    @Test
    void whatIsDecidedLeavesTheNextRounds() throws IOException {
        CommandLineSession session = run("--until", "99%", "SteadyBenchmark");

        assertThat(session.status()).isZero();
        assertThat(session.out()).contains("until 99%: all 1 after 3 rounds, 1 look");
        assertThat(rounds(manifest())).containsExactly("1 -", "2 -", "3 0");
        assertThat(manifest().get("forks")).hasSize(6);

        Path manifest = folder.resolve("out/manifest.json");
        String before = Files.readString(manifest);
        CommandLineSession again = CommandLineSession.run(
                folder, "run", "--resume", folder.resolve("out").toString());
        assertThat(again.status()).isZero();
        assertThat(manifest).as("a run in which all is decided").hasContent(before);
    }

    /** An interval that is looked at again and again is wider than one that is looked at once. */
    @Test
    void aBoundOnTheTimeEndsItUndecidedAndItCanGoOn() throws IOException {
        CommandLineSession session = run("--until", "0.0001%", "--at-most", "25s", "--seed", "1", "SteadyBenchmark");

        assertThat(session.status()).isZero();
        assertThat(session.out())
                .containsPattern("not 0.0001%: \\d of 1 after \\d+ rounds?, \\d+ looks?; "
                        + "((no verdict takes fewer than 3|about \\d+ more would do): \\S*java -jar \\S+ run --resume"
                        + "|about \\d+ more would do, but a run has 50 rounds at most"
                        + "|far too noisy for 50 rounds, the most that a run has)");
        int before = manifest().get("rounds").size();
        assertThat(before).as("rounds in 25 s").isGreaterThanOrEqualTo(1);
        JsonNode comparison = new ObjectMapper()
                .readTree(CommandLineSession.compare(
                                "--format", "json", folder.resolve("out").toString())
                        .out());
        assertThat(comparison.get("benchmarks").get(0).path("looks").asInt()).isEqualTo(Math.max(0, before - 2));

        CommandLineSession longer = CommandLineSession.run(
                folder, "run", "--resume", folder.resolve("out").toString(), "--at-most", "40s");

        assertThat(longer.status()).isZero();
        assertThat(manifest().get("rounds").size()).isGreaterThan(before);
        assertThat(longer.out()).contains("at most 0:40");
    }

    @Test
    void aRunOfFixedRoundsIsBoundedToo() throws IOException {
        CommandLineSession session = run("--rounds", "40", "--at-most", "12s", "SteadyBenchmark");

        assertThat(session.status()).isZero();
        assertThat(session.out())
                .containsPattern("--at-most left no time for round \\d+ of 40; \\S*java -jar \\S+ run --resume ")
                .doesNotContain("missing: ");
        assertThat(manifest().has("rounds")).isFalse();
    }

    private CommandLineSession run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("run", "--out", folder.resolve("out").toString()));
        all.addAll(List.of("--arm", "a=" + JDK, "--arm", "b=" + JDK));
        all.addAll(Jar.FAST_FORKS);
        all.addAll(List.of(arguments));
        return CommandLineSession.run(folder, all.toArray(String[]::new));
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
    }

    private static List<String> rounds(JsonNode manifest) {
        List<String> rounds = new ArrayList<>();
        manifest.get("rounds")
                .forEach(round -> rounds.add(round.get("round") + " "
                        + (round.has("undecided") ? round.get("undecided").asText() : "-")));
        return rounds;
    }
}
