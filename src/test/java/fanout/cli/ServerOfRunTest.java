package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsJvm;
import fanout.testing.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where several JVMs are compared, the server is the same for all of them, unless the user says otherwise. */
@Timeout(240)
@NeedsJvm
class ServerOfRunTest {
    private static final String NOTE =
            " in a process of its own for every arm; --server embedded has it in each" + " benchmark's JVM";

    @TempDir
    Path folder;

    private Jdk first;
    private Jdk second;
    private Path out;

    @BeforeEach
    void twoJdks() {
        assumeThat(Jdks.found()).as("two JVMs").hasSizeGreaterThan(1);
        first = Jdks.found().get(0);
        second = Jdks.found().get(1);
        out = folder.resolve("out");
    }

    @Test
    void severalJvmsMeetOneServerOnTheFirstOnesJvm() throws IOException {
        CommandLineSession session =
                run("--arm", "old=" + first.home() + " -cp " + Suite.jackson(Suite.OLD_JACKSON), second());

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).as(session.out()).isZero();
        assertThat(session.out().lines()).contains("the server runs on old's JVM" + NOTE);
        JsonNode server = manifest().get("server");
        assertThat(server.get("where")).extracting(JsonNode::asText).containsExactly("forked");
        assertThat(server.get("arm").asText()).isEqualTo("old");
        assertThat(manifest().get("forks"))
                .hasSize(2)
                .allMatch(fork -> fork.at("/params/server").asText().equals("forked"));
        assertThat(Files.readString(out.resolve("jmh.log")).split("on Java " + first.feature() + "[.+0-9]", -1))
                .as("both forks have it")
                .hasSize(3);

        String words = "forked, in a process of its own on old's JVM (Java "
                + server.get("version").asText() + ") for every arm";
        assertThat(session.out().replaceAll("\\s+", " ")).contains("Server: " + words);
        assertThat(out.resolve("comparison.md")).content().contains("Server: " + words);
        assertThat(out.resolve("report.html")).content().contains(words.replace("'", "&#39;"));
        JsonNode environment = json("comparison.json").get("environment");
        assertThat(environment).hasSize(2).allSatisfy(arm -> {
            assertThat(arm.at("/server/arm").asText()).isEqualTo("old");
            assertThat(arm.at("/server/text").asText()).isEqualTo(words);
        });

        CommandLineSession resumed = CommandLineSession.run(
                folder, "run", "--resume", out.toString(), "-p", "requests=50", "-p", "concurrency=4");
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.out().lines()).contains("the server runs on old's JVM" + NOTE);
    }

    @Test
    void whoAsksForAnEmbeddedServerHasOne() throws IOException {
        CommandLineSession session = run("--arm", "a=" + first.home(), second(), "--server", "embedded");

        assertThat(session.status()).as(session.err()).isZero();
        assertThat(session.out()).doesNotContain(NOTE).contains("Server: embedded in each benchmark's JVM");
        assertThat(manifest().at("/server/where/0").asText()).isEqualTo("embedded");
    }

    @Test
    void theArmsOfOneJdkHaveItEmbeddedThoughTheirPathsDiffer() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("jdk"), first.home());

        CommandLineSession session = run("--arm", "a=" + first.home(), "--arm", "b=" + link + " -Xss2m", "--no-report");

        assertThat(session.status()).as(session.err()).isZero();
        assertThat(session.out()).doesNotContain(NOTE);
        assertThat(manifest().get("forks"))
                .allMatch(fork -> fork.at("/params/server").asText().equals("embedded"));
        Files.delete(link); // JUnit would warn of it
    }

    /** Benchmarks of others have no server. */
    @Test
    void otherBenchmarksHaveNoServer() throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "--out", out.toString(), "--rounds", "1"));
        args.addAll(List.of("--arm", "a=" + first.home(), "--arm", "b=" + second.home(), "TinyBenchmark.aWorks"));
        args.addAll(Jar.FAST_FORKS);

        CommandLineSession session = CommandLineSession.run(folder, args.toArray(String[]::new));

        assertThat(session.status()).as(session.err()).isZero();
        assertThat(session.out()).doesNotContain("the server");
        assertThat(manifest().has("server")).isFalse();
    }

    private String second() {
        return "--arm=b=" + second.home();
    }

    private CommandLineSession run(String... args) {
        List<String> all = new ArrayList<>(List.of("run", "--out", out.toString(), "--rounds", "1"));
        all.addAll(List.of("-wi", "1", "-w", "100ms", "-i", "1", "-r", "100ms"));
        all.addAll(List.of("-p", "requests=50", "-p", "concurrency=4", "FanOutBenchmark.socketFloor"));
        all.addAll(Jar.FAST_FORKS);
        return CommandLineSession.run(
                folder, Stream.concat(all.stream(), Stream.of(args)).toArray(String[]::new));
    }

    private JsonNode manifest() throws IOException {
        return json("manifest.json");
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(out.resolve(file).toFile());
    }
}
