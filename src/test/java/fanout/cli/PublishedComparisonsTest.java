package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Entry;
import fanout.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} says of each published folder what stands beside it, byte by byte. */
class PublishedComparisonsTest {
    private static final Path RESULTS = Path.of("results");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Each published comparison, its folder, and the flags that made it. */
    private static final String OF_FOLDERS_WITH_A_MANIFEST = """
            20261125-044923-vm.json              | 20261125-044923-vm.zip         | --format json
            20261125-044923-vm.md                | 20261125-044923-vm.zip         | --format markdown
            conditions/delay0-embedded-jvms.json | conditions/delay0-embedded.zip | --format json
            conditions/delay0-embedded-jvms.md   | conditions/delay0-embedded.zip | --format markdown
            conditions/jdk-client.json           | conditions/jdk-client.zip      | --format json
            conditions/metrics.json              | conditions/metrics.zip         | --format json
            conditions/hosts-by-hosts.json       | conditions/hosts.zip           | --by hosts --format json
            conditions/tls.json                  | conditions/tls.zip             | --by scheme --format json
            conditions/long-warm-up/hosts-by-hosts.json | conditions/long-warm-up/hosts.zip | --by hosts --format json
            conditions/long-warm-up/tls.json     | conditions/long-warm-up/tls.zip | --by scheme --format json
            arms/metrics.json                    | arms/metrics.zip               | --format json
            arms/metrics.md                      | arms/metrics.zip               | --format markdown
            arms/collectors.json                 | arms/collectors.zip            | --format json
            arms/collectors.md                   | arms/collectors.zip            | --format markdown
            arms/samples.json                    | arms/samples.zip               | --format json
            arms/samples.md                      | arms/samples.zip               | --format markdown
            arms/common-pool.json                | arms/common-pool.zip           | --format json
            arms/common-pool.md                  | arms/common-pool.zip           | --format markdown
            arms/cores.json                      | arms/cores.zip                 | --format json
            arms/cores.md                        | arms/cores.zip                 | --format markdown
            arms/httpclient.json                 | arms/httpclient.zip            | --format json
            arms/httpclient.md                   | arms/httpclient.zip            | --format markdown
            arms/jackson.json                    | arms/jackson.zip               | --format json
            arms/jackson.md                      | arms/jackson.zip               | --format markdown
            until-decided/jdks.json              | until-decided/jdks.zip         | --format json
            until-decided/jdks.md                | until-decided/jdks.zip         | --format markdown
            until-decided/core.json              | until-decided/core.zip         | --format json
            until-decided/core.md                | until-decided/core.zip         | --format markdown
            sweep/pool.json                      | sweep/pool.zip                 | --by strategy --format json
            sweep/async.json                     | sweep/async.zip                | --by strategy --format json
            sweep/jdk-client-17.json             | sweep/jdk-client-17.zip        | --by strategy --format json
            sweep/jdk-client-25.json             | sweep/jdk-client-25.zip        | --by strategy --format json
            article/warm.json                    | article/warm.zip               | --by strategy --format json
            article/warm-10ms.json               | article/warm-10ms.zip          | --by strategy --format json
            article/cold.json                    | article/cold.zip               | --by strategy --format json
            sweep/setups.json                    | sweep/setups.zip               | --by strategy --format json
            warm-up/fixed-40.json                | warm-up/fixed-40.zip           | --format json
            warm-up/fixed-40.md                  | warm-up/fixed-40.zip           | --format markdown
            arms/identical-1.json                | arms/identical-1.zip           | --format json
            arms/identical-2.json                | arms/identical-2.zip           | --format json
            arms/identical-3.json                | arms/identical-3.zip           | --format json
            arms/identical-4.json                | arms/identical-4.zip           | --format json
            arms/identical-5.json                | arms/identical-5.zip           | --format json
            arms/identical-6.json                | arms/identical-6.zip           | --format json
            arms/identical-7.json                | arms/identical-7.zip           | --format json
            arms/identical-8.json                | arms/identical-8.zip           | --format json
            arms/identical-9.json                | arms/identical-9.zip           | --format json
            arms/identical-10.json               | arms/identical-10.zip          | --format json
            """;

    /** The tables in {@code results/README.md} are made of these; each lies next to its folder. */
    private static final String BY_STRATEGY = """
            conditions/cold.json
            conditions/concurrency.json
            conditions/delay0-embedded.json
            conditions/delay0-forked.json
            conditions/delay1.json
            conditions/delay10-embedded.json
            conditions/delay10-forked.json
            conditions/delay50.json
            conditions/hosts.json
            conditions/libraries.json
            conditions/long-warm-up/concurrency.json
            conditions/long-warm-up/hosts.json
            conditions/long-warm-up/payload-10k.json
            conditions/long-warm-up/payload-1m.json
            conditions/one-core.json
            conditions/own-core.json
            conditions/payload-10k.json
            conditions/payload-1m.json
            conditions/spread.json
            conditions/tail-100.json
            """;

    /** The manifests of these were left out, since they named folders of the machine. */
    private static final String OF_FOLDERS_WITHOUT_A_MANIFEST = """
            20261123-145601-vm/comparison.json             | 20261123-145601-vm       | --format json
            20261123-145601-vm/comparison.md               | 20261123-145601-vm       | --format markdown
            20261123-145601-vm/comparison-by-strategy.json | 20261123-145601-vm       | --by strategy --format json
            orders/ten-minutes-forks.json                  | orders/ten-minutes-forks | --format json
            orders/ten-minutes-forks-by-strategy.json      | orders/ten-minutes-forks | --by strategy --format json
            """;

    /** The folders of these were not published, so nothing can compare them again. */
    private static final List<String> OF_FOLDERS_THAT_WERE_NOT_PUBLISHED = Stream.concat(
                    Stream.of("orders/ten-minutes-turns-one-benchmark.json"),
                    Stream.of("forks", "jmh", "turns")
                            .flatMap(order -> IntStream.rangeClosed(1, 5)
                                    .mapToObj(repeat -> "orders/" + order + "-" + repeat + ".json")))
            .toList();

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OF_FOLDERS_WITH_A_MANIFEST)
    void aFolderIsJudgedAsWhenItWasPublished(String comparison, String folder, String flags) throws IOException {
        Golden.assertHolds(RESULTS.resolve(comparison), compare(RESULTS.resolve(folder), flags));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BY_STRATEGY)
    void aFolderIsJudgedByStrategyAsWhenItWasPublished(String comparison) throws IOException {
        Path folder = RESULTS.resolve(comparison.replace(".json", ".zip"));

        Golden.assertHolds(
                RESULTS.resolve(comparison), compare(folder, "--by strategy --baseline socketFloor --format json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OF_FOLDERS_WITHOUT_A_MANIFEST)
    void aFolderIsJudgedAsWhenItWasPublishedOnceItsManifestIsWrittenAgain(
            String comparison, String folder, String flags) throws IOException {
        Golden.assertHolds(RESULTS.resolve(comparison), compare(withManifest(RESULTS.resolve(folder)), flags));
    }

    @Test
    void theReadmeShowsWhatIsSaidOfTwoRunsOfPlainJmh() throws IOException {
        String baseline = RESULTS.resolve("20261123-093710-jdk17.json").toString();
        String candidate = RESULTS.resolve("20261123-094231-jdk25.json").toString();
        String byJvm = CommandLineSession.compare(baseline, candidate).out();
        String byStrategy = CommandLineSession.compare("--by", "strategy", baseline, candidate)
                .out();

        String readme = withBlock("Baseline 20261123", byJvm, published("README.md"));
        Golden.assertHolds(RESULTS.resolve("README.md"), withBlock("Baseline blockingThreadPool", byStrategy, readme));
    }

    /** The text with this instead of the block that begins like that. */
    private static String withBlock(String beginning, String block, String text) {
        int from = text.indexOf("\n```\n" + beginning) + "\n```\n".length();
        assertThat(from).as(beginning).isGreaterThan("\n```\n".length());
        return text.substring(0, from) + block + text.substring(text.indexOf("```\n", from));
    }

    @Test
    void noPublishedComparisonIsForgotten() throws IOException {
        List<String> listed = new ArrayList<>(OF_FOLDERS_THAT_WERE_NOT_PUBLISHED);
        (OF_FOLDERS_WITH_A_MANIFEST + BY_STRATEGY + OF_FOLDERS_WITHOUT_A_MANIFEST)
                .lines()
                .forEach(line -> listed.add(line.split(" ")[0]));
        try (Stream<Path> files = Files.walk(RESULTS)) {
            assertThat(files.filter(PublishedComparisonsTest::isComparison)
                            .filter(file -> !file.startsWith(ContributedFolder.ALL)) // each has a test of its own
                            .map(file -> RESULTS.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void theFoldersThatWereNotPublishedAreNotThere() {
        assertThat(OF_FOLDERS_THAT_WERE_NOT_PUBLISHED)
                .allSatisfy(comparison -> assertThat(RESULTS.resolve(comparison.replace(".json", "")))
                        .doesNotExist());
    }

    private static boolean isComparison(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(".md") && Files.readString(file).matches("(?s)### \\d+ slower, .*")
                    || name.endsWith(".json") && Files.readString(file).contains("\"fanout-comparison/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String published(String file) throws IOException {
        return Files.readString(RESULTS.resolve(file));
    }

    private static String compare(Path folder, String flags) {
        List<String> arguments = new ArrayList<>(List.of(flags.split(" ")));
        arguments.addAll(List.of("--fail-on", "never", folder.toString()));
        CommandLineSession session = CommandLineSession.compare(arguments.toArray(String[]::new));
        assertThat(session.complaints()).isEmpty();
        assertThat(session.status()).isZero();
        return session.out();
    }

    /**
     * A copy with all that {@code compare} needs of a manifest. Where each fork has a file, they took turns: the k-th
     * of a benchmark and JVM is that of round k. Elsewhere one file has all forks of a JVM.
     */
    private Path withManifest(Path folder) throws IOException {
        boolean turns = Files.exists(folder.resolve("forks"));
        Map<String, Integer> rounds = new HashMap<>();
        List<Map<String, Object>> forks = new ArrayList<>();
        for (Path file : results(turns ? folder.resolve("forks") : folder)) {
            JsonNode result = MAPPER.readTree(file.toFile()).get(0);
            String label = result.get("jvm").asText();
            int round = rounds.merge(label + result.get("benchmark").asText(), 1, Integer::sum);
            String name = folder.relativize(file).toString();
            Entry.write(temporary.resolve(name), Files.readString(file));
            forks.add(Map.of("round", round, "label", label, "status", "ok", "file", name));
        }
        Map<String, Object> manifest = Map.of(
                "schema",
                "fanout-run/1",
                "turns",
                turns,
                "host",
                Map.of("name", "vm"),
                "jvms",
                List.of(Map.of("label", "17"), Map.of("label", "25")),
                "forks",
                forks);
        Entry.write(temporary.resolve("manifest.json"), MAPPER.writeValueAsString(manifest));
        return temporary;
    }

    private static List<Path> results(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
