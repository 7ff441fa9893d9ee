package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.run.InstalledJdks;
import fanout.testing.NeedsJvm;
import fanout.testing.Slow;
import fanout.testing.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in an arm, or in what JMH's own flags say, is reported in one line, and leaves no folder behind. */
class ArmUsageTest {
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a=999 -ea           | --arm a=999 -ea: no JDK 999 found on this machine, only
            a=@ -jar x.jar      | --arm a=@ -jar x.jar: '-jar' is not an option of a JVM; a jar belongs in -cp
            a=@ -cp             | --arm a=@ -cp: the value of -cp is missing
            a=@ "-Da=b c        | --arm a=@ "-Da=b c: a quotation mark is not closed
            a/b=@ -ea           | --arm a/b=@ -ea: label 'a/b' must be letters, digits,
            a=@ -cp no/such.jar | arm a, -cp no/such.jar: there is no
            a=@ -cp src/*       | arm a, -cp src/*: there is no jar in src/*
            a=@ -cp no/*        | arm a, -cp no/*: there is no folder
            a=@ -Dfanout.floorSelectors=0 | arm a: -Dfanout.floorSelectors is 0, must be 1 to 9999
            a=@ -Dfanout.serverIoThreads=0 | arm a: -Dfanout.serverIoThreads is 0, must be a whole number from 1 to 1024
            a=@ -Dfanout.slowdown=2 | arm a: -Dfanout.slowdown is 2, must be a part of a batch's time, 0 to 1
            """)
    void anArmThatCantBeReadIsReportedInOneLine(String arm, String complaint) {
        assertThat(refused("--arm", arm.replace("@", JDK), "TinyBenchmark")).startsWith(complaint.replace("@", JDK));
    }

    @Test
    void theJdksThatWereFoundAreNamed() {
        String found = InstalledJdks.here().found().entrySet().stream()
                .map(jdk -> jdk.getKey() + " (" + jdk.getValue() + ")")
                .collect(Collectors.joining(", "));

        assertThat(refused("--arm", "a=999"))
                .isEqualTo("--jvm a=999: no JDK 999 found on this machine, only " + found
                        + "; name its folder: --jvm a=JAVA_HOME");
    }

    @Test
    void twoArmsCantHaveOneLabel() {
        assertThat(refused("--arm", "g1=" + JDK, "--arm", "G1=" + JDK + " -ea", "TinyBenchmark"))
                .isEqualTo("--arm: two arms are labelled G1");
    }

    @NeedsJvm
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -XX:+NoSuch                   | Unrecognized VM option 'NoSuch'
            -Xmx1                         | Too small maximum heap
            -XX:+UseG1GC -XX:+UseSerialGC | Multiple garbage collectors selected
            --no-such-option              | Unrecognized option: --no-such-option
            """)
    void whatTheJvmRefusesIsSaidInItsOwnWords(String options, String complaint) {
        assertThat(refused("--arm", "a=" + JDK + " " + options, "TinyBenchmark"))
                .startsWith("arm a: the JVM does not start with this: ")
                .contains(complaint);
        assertThat(refused("--jvm-args", options, "TinyBenchmark"))
                .contains("the JVM does not start with this: ", complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -prof nonsense | -prof nonsense: there is no such profiler (-lprof lists them all)
            -prof a.B:c=d  | -prof a.B:c=d: there is no such profiler (-lprof lists them all)
            -t 0           | -t is 0, must be 1 or more, or max
            -t many        | -t is many, must be 1 or more, or max
            -to soon       | -to is soon, must be a time such as 500ms or 1s
            -to 0s         | -to is 0s, must be a time such as 500ms or 1s
            -bm nonsense   | -bm is nonsense, must be one of thrpt, avgt, sample, ss, all
            -bm ss,        | -bm is ss,, must be one of thrpt, avgt, sample, ss, all
            -bm            | Missing required parameter for option '-bm' (MODE)
            """)
    void whatJmhCantUseIsReportedInOneLine(String flags, String complaint) {
        assertThat(refused(("TinyBenchmark " + flags).split(" "))).startsWith(complaint);
    }

    @Test
    void aQuotationMarkInTheOptionsOfAllJvmsMustBeClosed() {
        assertThat(refused("--jvm-args", "-Da=\"b c", "TinyBenchmark"))
                .isEqualTo("--jvm-args -Da=\"b c: a quotation mark is not closed");
    }

    @Slow
    @Test
    void aBenchmarkThatNoArmHasIsReportedInOneLine() throws IOException {
        String suite = Suite.base(folder, "1.37").classPath();

        assertThat(refused("--arm", "a=" + JDK + " -cp " + suite, "com.acme.None"))
                .isEqualTo("no benchmark matches 'com.acme.None', neither in Fanout nor in the class path of an arm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                 | has benchmarks, but no JMH; add the jmh-core that they were built with
            1.19 | has benchmarks of JMH 1.19, but 1.21 is the oldest that will do
            3.0  | has a list of benchmarks of JMH 3.0 that JMH 1.37 can't read
            """)
    void aSuiteOfAnotherJmhIsRefusedWithBothVersions(String jmh, String complaint) throws IOException {
        Path suite = Files.createDirectories(folder.resolve("suite"));
        Files.writeString(Files.createDirectories(suite.resolve("META-INF")).resolve("BenchmarkList"), "JMH S x\n");
        if (jmh != null) {
            Files.writeString(suite.resolve("jmh.properties"), "jmh.version=" + jmh + "\n");
        }

        assertThat(refused("--arm", "a=" + JDK + " -cp " + suite, "com.acme.Any"))
                .isEqualTo("arm a, -cp " + suite + ": " + complaint);
    }

    @Test
    void anotherBuildOfFanoutIsRefused() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.write(Files.createDirectories(other.resolve("fanout")).resolve("Main.class"), new byte[] {1, 2});

        assertThat(refused("--arm", "a=" + JDK + " -cp " + other, "TinyBenchmark"))
                .startsWith("arm a, -cp " + other + ": hides Fanout itself with another version");
    }

    /** The only line that is reported. */
    private String refused(String... args) {
        String[] all = Stream.concat(Stream.of("run"), Stream.of(args)).toArray(String[]::new);

        CommandLineSession session = CommandLineSession.run(folder.resolve("results"), all);

        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: ");
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(folder.resolve("results")).doesNotExist();
        return session.complaints().get(0).substring("fanout: ".length());
    }
}
