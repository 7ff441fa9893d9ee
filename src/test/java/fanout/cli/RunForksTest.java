package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run} with real forks, on all JDKs found. */
@Timeout(180)
@NeedsJvm
class RunForksTest {
    private static final List<Jdk> JDKS = Jdks.found();
    private static final List<Jdk> ONE = JDKS.subList(0, 1);

    @TempDir
    static Path sharedFolder;

    /** What the run said that {@link #measured} copies; null before. */
    private static CommandLineSession shared;

    @TempDir
    Path folder;

    /** A control is enough in one order. */
    @ParameterizedTest
    @CsvSource({"turns, true", "forks, false", "jmh, false"})
    void aRunLeavesAFolderThatCompareJudges(String order, boolean control) throws IOException {
        int rounds = 3;
        List<String> flags = new ArrayList<>(List.of("--order", order, "--rounds", String.valueOf(rounds)));
        flags.addAll(control ? List.of("--control") : List.of());
        flags.addAll(List.of("-wi", "1", "-w", "20ms", "-i", "4", "TinyBenchmark.aWorks"));
        int arms = JDKS.size() + (control ? 1 : 0);

        CommandLineSession session = run(flags.toArray(String[]::new));

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        Path run = folder.resolve("out");
        assertThat(session.out().lines()).last().isEqualTo(run.toString());
        assertThat(session.out())
                .contains(
                        "round " + rounds + " of " + rounds + ": aWorks "
                                + JDKS.get(0).feature() + " ",
                        "0:00 left",
                        "ruler: ");
        if (!order.equals("jmh")) {
            assertThat(session.out()).contains("  so far aWorks: ");
        }
        JsonNode manifest = json(run.resolve("manifest.json"));
        assertThat(manifest.get("turns").asBoolean()).isEqualTo(order.equals("turns"));
        assertThat(manifest.get("forks")).hasSize(rounds * arms).allSatisfy(fork -> {
            assertThat(fork.get("status").asText()).isEqualTo("ok");
            everyTurnHasItsScore(run, fork.get("file").asText());
        });
        String first = String.valueOf(JDKS.get(0).feature());
        JsonNode merged = json(run.resolve(first + ".json")).get(0);
        assertThat(merged.get("forks").asInt()).isEqualTo(rounds);
        assertThat(merged.get("jvm").asText()).isEqualTo(first);
        assertThat(merged.get("primaryMetric").get("rawData")).hasSize(rounds).allMatch(fork -> fork.size() == 4);
        String comparison =
                CommandLineSession.compare("--format", "json", run.toString()).out();
        assertThat(run.resolve("comparison.json")).hasContent(comparison);
        assertThat(session.out())
                .contains(CommandLineSession.compare(run.toString()).out());
        assertThat(new ObjectMapper().readTree(comparison).get("benchmarks"))
                .hasSize(arms - 1)
                .allMatch(benchmark -> benchmark.get("paired").asBoolean() == order.equals("turns"));
    }

    /** Turns of the warm-up have a score, too, which JMH's own JSON leaves out. */
    private static void everyTurnHasItsScore(Path run, String file) throws IOException {
        JsonNode turns = json(run.resolve(file.replace(".json", ".turns.json")));
        assertThat(turns).hasSize(5).allMatch(turn -> turn.path("score").asDouble() > 0);
        List<JsonNode> measured = new ArrayList<>();
        for (JsonNode turn : turns) {
            if (!turn.get("warmup").asBoolean()) {
                measured.add(turn.get("score"));
            }
        }
        JsonNode fork = json(run.resolve(file)).get(0);
        assertThat(fork.get("primaryMetric").get("rawData").get(0)).hasSize(4).containsExactlyElementsOf(measured);
    }

    @Test
    void aBenchmarkThatFailsIsRecordedAndTheOthersGoOn() throws IOException {
        CommandLineSession session = runOn(ONE, "--rounds", "2", "-p", "size=2", "TinyBenchmark");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out())
                .contains("failed (IllegalStateException: size is 2); given up for the rest of the run")
                .contains("missing: round 2 of ");
        JsonNode manifest = json(folder.resolve("out/manifest.json"));
        assertThat(manifest.get("machine"))
                .singleElement()
                .satisfies(check -> assertThat(check.findValuesAsText("name")).contains("load", "ruler", "CPU quota"));
        JsonNode forks = manifest.get("forks");
        assertThat(forks)
                .filteredOn(fork -> fork.get("status").asText().startsWith("failed"))
                .hasSize(2)
                .allSatisfy(fork -> {
                    assertThat(fork.get("status").asText()).isEqualTo("failed: IllegalStateException: size is 2");
                    assertThat(fork.get("benchmark").asText()).endsWith(".bFails");
                });
        assertThat(forks)
                .filteredOn(fork -> fork.get("status").asText().equals("ok"))
                .hasSize(2)
                .allMatch(fork -> fork.get("benchmark").asText().endsWith(".aWorks"));
        assertThat(folder.resolve("out/report.html")).content().contains("failed");
    }

    @Test
    void aRunWithoutAForkThatEndedWellHasNoReport() {
        CommandLineSession session = runOn(ONE, "--rounds", "1", "-p", "size=2", "TinyBenchmark.bFails");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).isEmpty();
        assertThat(session.out().lines()).last().isEqualTo(folder.resolve("out").toString());
        assertThat(folder.resolve("out/report.html")).doesNotExist();
    }

    @Test
    void verdictsAndPageCanBeLeftOutAndMadeLater() throws IOException {
        Path run = measured();
        Path page = run.resolve("report.html");
        assertThat(shared.status()).isZero();
        assertThat(shared.out()).doesNotContain("inconclusive", "No class has two methods");
        assertThat(run).isDirectoryNotContaining("glob:**{comparison,report}.*");

        CommandLineSession resumed = resume(run);

        assertThat(resumed.status()).isZero();
        assertThat(resumed.out().lines()).endsWith(page.toString(), run.toString());
        assertThat(page).isNotEmptyFile();

        Files.delete(page);
        Files.createDirectory(page);
        CommandLineSession blocked = resume(run);

        assertThat(blocked.status()).isEqualTo(1);
        assertThat(blocked.complaints())
                .containsExactly("fanout: " + page + ": is a folder; what was measured is kept");
        assertThat(blocked.out().lines()).last().isEqualTo(run.toString());
    }

    @Test
    void aVerdictThatFailOnNamesIsTheExitCode() throws IOException {
        assumeThat(JDKS).as("two JVMs").hasSizeGreaterThan(1);

        CommandLineSession session = resume(measured(), "--fail-on", "inconclusive");

        assertThat(session.status()).as(session.out()).isEqualTo(1);
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).contains("inconclusive");
    }

    @Test
    void whatARunIsJudgedByIsKeptForWhenItGoesOn() throws IOException {
        Path run = folder.resolve("out");
        String[] flags = {"--control", "--rounds", "1", "--threshold", "7%", "TinyBenchmark.aWorks"};
        assertThat(runOn(ONE, flags).status()).isZero();
        assertThat(json(run.resolve("manifest.json")).at("/settings/judging").toString())
                .isEqualTo("{\"threshold\":0.07}");
        assertThat(json(run.resolve("comparison.json")).get("threshold").asDouble())
                .isEqualTo(0.07);

        assertThat(resume(run).status()).isZero();
        assertThat(json(run.resolve("comparison.json")).get("threshold").asDouble())
                .isEqualTo(0.07);
        assertThat(resume(run, "--threshold", "9%").status()).isZero();
        assertThat(json(run.resolve("comparison.json")).get("threshold").asDouble())
                .isEqualTo(0.09);
    }

    @Test
    void theUsersNameAndHomeStayOutOfTheFiles() throws IOException {
        Path run = measured();
        resume(run); // which adds the comparison

        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .doesNotContain(System.getProperty("user.home"))
                            .doesNotContain(JDKS.get(0).home() + "/bin"));
        }
    }

    @Test
    void aResumedRunWithOtherSettingsIsRefused() throws IOException {
        Path run = measured();
        byte[] manifest = Files.readAllBytes(run.resolve("manifest.json"));

        assertThat(resume(run, "--rounds", "2").complaints())
                .containsExactly("fanout: --resume " + run + ": --rounds is 2, but it was begun with 1");
        assertThat(resume(run, "--jvm", "99=" + JDKS.get(0).home()).complaints())
                .containsExactly("fanout: --resume " + run + ": it has no arm 99");
        assertThat(resume(run, "--out", "x").complaints())
                .containsExactly("fanout: --out can't be given with --resume");
        assertThat(resume(run, "--rounds", "1", "--seed", "7").status()).isZero();
        assertThat(run.resolve("manifest.json")).hasBinaryContent(manifest);
    }

    /** Its end reads the folder again, for the verdicts, and says no more. */
    @Test
    void aRunThatIsOlderThanTheChecksumsGoesOnWithANote() throws IOException {
        Path run = measured();
        assertThat(resume(run).notes()).isEmpty();
        Path manifest = run.resolve("manifest.json");
        String older = Files.readString(manifest).replaceAll(",\\s*\"sha256\" : \\{[^}]*}", "");
        Files.writeString(manifest, older);

        CommandLineSession session = resume(run);

        assertThat(session.notes())
                .containsExactly(
                        "fanout: " + run + ": its files can't be verified, since the run is older than the checksums");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(manifest).hasContent(older);
    }

    @Test
    void aResumedRunOnAnotherJvmIsRefused() throws IOException {
        assumeThat(JDKS).as("two JVMs").hasSizeGreaterThan(1);
        Path run = measured();
        String label = String.valueOf(JDKS.get(0).feature());

        CommandLineSession session =
                resume(run, "--jvm", label + "=" + JDKS.get(1).home());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: --resume " + run + ": JVM " + label + " is ")
                .contains(", but it was begun with ");
    }

    @Test
    void aResumedRunWithAnotherJarIsRefused() throws IOException {
        Path run = measured();
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"jarSha256\" : \"", "$0ff"));

        assertThat(resume(run).complaints())
                .singleElement()
                .asString()
                .contains("the jar is not the one that it was begun with");
    }

    /** A copy of a run of one round, which is measured once for all tests. */
    private Path measured() throws IOException {
        if (shared == null) {
            Path results = sharedFolder.resolve("out");
            List<String> all = new ArrayList<>(
                    List.of("--out", results.toString(), "--rounds", "1", "--seed", "7", "--no-report"));
            all.addAll(jvms(JDKS));
            all.addAll(Jar.FAST_FORKS);
            all.add("TinyBenchmark.aWorks");
            shared = session(all);
        }
        Path copy = folder.resolve("out");
        try (Stream<Path> files = Files.walk(sharedFolder.resolve("out"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(
                                sharedFolder.resolve("out").relativize(file).toString()));
            }
        }
        return copy;
    }

    private CommandLineSession run(String... args) {
        return runOn(JDKS, args);
    }

    private CommandLineSession runOn(List<Jdk> jdks, String... args) {
        List<String> all =
                new ArrayList<>(List.of("--out", folder.resolve("out").toString()));
        all.addAll(jvms(jdks));
        all.addAll(Jar.FAST_FORKS);
        all.addAll(List.of(args));
        return session(all);
    }

    private static List<String> jvms(List<Jdk> jdks) {
        return jdks.stream()
                .flatMap(jdk -> Stream.of("--jvm", jdk.feature() + "=" + jdk.home()))
                .toList();
    }

    private CommandLineSession resume(Path run, String... args) {
        List<String> all = new ArrayList<>(List.of("--resume", run.toString()));
        all.addAll(List.of(args));
        return session(all);
    }

    private static CommandLineSession session(List<String> args) {
        String[] all = Stream.concat(Stream.of("run"), args.stream()).toArray(String[]::new);
        return CommandLineSession.run(sharedFolder.resolve("results"), all);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
