package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.record.Sha256;
import fanout.testing.Slow;
import fanout.testing.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** What is found in the class paths of suites that other JMHs have built. */
class JmhSuiteTest {
    private static final String BOTH = "com.acme.ParamsBenchmark.both";
    private static final String ONE = "com.acme.ParamsBenchmark.one";
    private static final List<String> ALL = List.of(".*");

    @TempDir
    Path folder;

    @Slow
    @ParameterizedTest
    @ValueSource(strings = {"1.21", "1.30"})
    void theListOfAnOldJmhSaysTheSameAsThatOfTheNewest(String jmh) throws IOException {
        JmhSuite old = JmhSuite.in(ClassPath.parse(Suite.params(folder, jmh).classPath()));
        JmhSuite newest =
                JmhSuite.in(ClassPath.parse(Suite.params(folder, "1.37").classPath()));

        assertThat(old.jmhVersion()).isEqualTo(jmh);
        assertThat(newest.jmhVersion()).isEqualTo("1.37");
        Set<String> params = Set.of("text", "number");
        assertThat(old.params()).isEqualTo(newest.params()).isEqualTo(Map.of(BOTH, params, ONE, params));
        assertThat(scenarios(old)).isEqualTo(scenarios(newest)).hasSize(2 * (2 + 1) * 12);
        assertThat(scenarios(old))
                .extracting(scenario -> scenario.params().get("text"))
                .contains("", " ", " 3 x ", "M 1 1 a", "%20", "100%", "a+b", "\u00e4\u00f6\u20ac", "a=b,c", "\"q\"");
        assertThat(settings(old))
                .isEqualTo(settings(newest))
                .contains("[[-Xmx64m, -Da=b c]] [[-Dx=y z]] [2] SampleTime");
    }

    private static List<Scenario> scenarios(JmhSuite suite) {
        return Scenarios.of(suite.matching(ALL, List.of()), Map.of(), Set.of());
    }

    /** What the annotations say besides the parameters. */
    private static Set<String> settings(JmhSuite suite) {
        Set<String> settings = new HashSet<>();
        for (BenchmarkListEntry entry : suite.matching(ALL, List.of())) {
            settings.add(entry.getJvmArgs() + " " + entry.getJvmArgsAppend() + " " + entry.getThreads() + " "
                    + entry.getMode());
        }
        return settings;
    }

    @Slow
    @Test
    void aFingerprintTellsWhetherTheBenchmarkIsTheSame() throws IOException {
        List<String> measured = List.of(
                "com.acme.ParseBenchmark.parse", "com.acme.PrintBenchmark.print", "com.acme.AddedBenchmark.now");

        Map<String, String> base = JmhSuite.in(
                        ClassPath.parse(Suite.base(folder, "1.37").classPath()))
                .fingerprints(measured);
        Map<String, String> head = JmhSuite.in(
                        ClassPath.parse(Suite.head(folder, "1.37").classPath()))
                .fingerprints(measured);

        assertThat(base).containsOnlyKeys("com.acme.ParseBenchmark", "com.acme.PrintBenchmark");
        assertThat(head)
                .containsOnlyKeys("com.acme.ParseBenchmark", "com.acme.PrintBenchmark", "com.acme.AddedBenchmark")
                .containsEntry("com.acme.ParseBenchmark", base.get("com.acme.ParseBenchmark"))
                .doesNotContainEntry("com.acme.PrintBenchmark", base.get("com.acme.PrintBenchmark"));
    }

    /** JMH's list has dots where the file of a nested class has dollar signs. */
    @Test
    void aNestedClassHasAFingerprint() throws IOException {
        String list = "JMH S 12 com.acme.A.B S 32 com.acme.generated.A_B_a_jmhTest S 1 a S 11 AverageTime E A 1 1 1 "
                + "E E E E E E E E E E E E E E U 12 MICROSECONDS E E ";
        Files.write(Files.createDirectories(folder.resolve("com/acme")).resolve("A$B.class"), new byte[] {1});

        assertThat(suite(list, "jmh.version=1.37").fingerprints(List.of("com.acme.A.B.a")))
                .isEqualTo(Map.of("com.acme.A.B", Sha256.of(new byte[] {1})));
    }

    /** JMH writes its lists in the order of a hash table. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLastBenchmarkOfAListMayHaveParametersOrNot(boolean reversed) throws IOException {
        String with = "JMH S 11 com.acme.AB S 31 com.acme.generated.AB_a_jmhTest S 1 a S 11 AverageTime E A 1 1 1 "
                + "E E E E E E E E E E E E E M 1 1 n 2 1 1 3 a b U 12 MICROSECONDS E E ";
        String without = "JMH S 11 com.acme.AB S 31 com.acme.generated.AB_b_jmhTest S 1 b S 11 AverageTime E A 1 1 1 "
                + "E E E E E E E E E E E E E E U 12 MICROSECONDS E E ";

        JmhSuite suite = suite(reversed ? without + "\n" + with : with + "\n" + without, "jmh.version=1.21");

        assertThat(suite.params()).isEqualTo(Map.of("com.acme.AB.a", Set.of("n"), "com.acme.AB.b", Set.of()));
    }

    @Test
    void aClassPathWithoutAListHasNoBenchmarks() throws IOException {
        JmhSuite suite = suite(null, null);

        assertThat(suite.hasBenchmarks()).isFalse();
        assertThat(suite.jmhVersion()).isEmpty();
        assertThat(suite.matching(ALL, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                 | has benchmarks, but no JMH; add the jmh-core that they were built with
            other=1              | has benchmarks, but no JMH; add the jmh-core that they were built with
            jmh.version=1.20     | has benchmarks of JMH 1.20, but 1.21 is the oldest that will do
            jmh.version=1.9.3    | has benchmarks of JMH 1.9.3, but 1.21 is the oldest that will do
            jmh.version=soon     | has benchmarks of JMH soon, but 1.21 is the oldest that will do
            jmh.version=2.0      | has a list of benchmarks of JMH 2.0 that JMH 1.37 can't read
            jmh.version=1.23     | has a list of benchmarks of JMH 1.23 that JMH 1.37 can't read
            """)
    void aSuiteThatCantBeMeasuredIsRefused(String properties, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suite("JMH S 3 abc nonsense\n", properties))
                .withMessage(complaint);
    }

    private JmhSuite suite(String list, String properties) throws IOException {
        if (list != null) {
            Files.writeString(
                    Files.createDirectories(folder.resolve("META-INF")).resolve("BenchmarkList"), list);
        }
        if (properties != null) {
            Files.writeString(folder.resolve("jmh.properties"), properties);
        }
        return JmhSuite.in(new ClassPath(List.of(folder)));
    }
}
