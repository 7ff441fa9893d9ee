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
            20261125-044923-vm/comparison.json         | 20261125-044923-vm          | --format json
            20261125-044923-vm/comparison.md           | 20261125-044923-vm          | --format markdown
            conditions/delay0-embedded/comparison.json | conditions/delay0-embedded  | --format json
            conditions/delay0-embedded/comparison.md   | conditions/delay0-embedded  | --format markdown
            conditions/jdk-client.json                 | conditions/jdk-client       | --format json
            conditions/metrics.json                    | conditions/metrics          | --format json
            arms/metrics/comparison.json               | arms/metrics                | --format json
            arms/metrics/comparison.md                 | arms/metrics                | --format markdown
            arms/collectors/comparison.json            | arms/collectors             | --format json
            arms/collectors/comparison.md              | arms/collectors             | --format markdown
            arms/samples/comparison.json               | arms/samples                | --format json
            arms/samples/comparison.md                 | arms/samples                | --format markdown
            arms/common-pool/comparison.json           | arms/common-pool            | --format json
            arms/common-pool/comparison.md             | arms/common-pool            | --format markdown
            arms/cores/comparison.json                 | arms/cores                  | --format json
            arms/cores/comparison.md                   | arms/cores                  | --format markdown
            arms/httpclient/comparison.json            | arms/httpclient             | --format json
            arms/httpclient/comparison.md              | arms/httpclient             | --format markdown
            arms/jackson/comparison.json               | arms/jackson                | --format json
            arms/jackson/comparison.md                 | arms/jackson                | --format markdown
            until-decided/jdks/comparison.json         | until-decided/jdks          | --format json
            until-decided/jdks/comparison.md           | until-decided/jdks          | --format markdown
            until-decided/core/comparison.json         | until-decided/core          | --format json
            until-decided/core/comparison.md           | until-decided/core          | --format markdown
            sweep/pool/comparison.json                 | sweep/pool                  | --by strategy --format json
            sweep/async/comparison.json                | sweep/async                 | --by strategy --format json
            sweep/jdk-client-17/comparison.json        | sweep/jdk-client-17         | --by strategy --format json
            sweep/jdk-client-25/comparison.json        | sweep/jdk-client-25         | --by strategy --format json
            article/warm/comparison.json               | article/warm                | --by strategy --format json
            article/warm-10ms/comparison.json          | article/warm-10ms           | --by strategy --format json
            article/cold/comparison.json               | article/cold                | --by strategy --format json
            sweep/setups/comparison.json               | sweep/setups                | --by strategy --format json
            warm-up/fixed-40/comparison.json           | warm-up/fixed-40            | --format json
            warm-up/fixed-40/comparison.md             | warm-up/fixed-40            | --format markdown
            arms/identical-1/comparison.json           | arms/identical-1            | --format json
            arms/identical-2/comparison.json           | arms/identical-2            | --format json
            arms/identical-3/comparison.json           | arms/identical-3            | --format json
            arms/identical-4/comparison.json           | arms/identical-4            | --format json
            arms/identical-5/comparison.json           | arms/identical-5            | --format json
            arms/identical-6/comparison.json           | arms/identical-6            | --format json
            arms/identical-7/comparison.json           | arms/identical-7            | --format json
            arms/identical-8/comparison.json           | arms/identical-8            | --format json
            arms/identical-9/comparison.json           | arms/identical-9            | --format json
            arms/identical-10/comparison.json          | arms/identical-10           | --format json
            """;

    /** The tables in {@code results/README.md} are made of these; each lies next to its folder. */
    private static final String BY_STRATEGY = """
            conditions/cold.json
            conditions/concurrency.json
            conditions/concurrency-warm.json
            conditions/delay0-embedded.json
            conditions/delay0-forked.json
            conditions/delay1.json
            conditions/delay10-embedded.json
            conditions/delay10-forked.json
            conditions/delay50.json
            conditions/delays.json
            conditions/payload-10k.json
            conditions/payload-1m.json
            conditions/tls.json
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
        Path folder = RESULTS.resolve(comparison.replace(".json", ""));

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
            return name.equals("comparison.md")
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
