package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in the arguments of {@code run} is reported in one line, and leaves no folder behind. */
class RunUsageTest {
    private static final String HOME = System.getProperty("java.home");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --jvm nonsense                  | --jvm nonsense: must be LABEL='JDK [JVM-OPTION]...', such as
            --jvm =/x                       | --jvm =/x: must be LABEL='JDK [JVM-OPTION]...', such as
            --jvm 5                         | --jvm 5: no JDK 5 found on this machine, only
            --jvm old=5                     | --jvm old=5: no JDK 5 found on this machine, only
            --jvm @v --jvm @v=@             | --arm: two arms are labelled @v
            --fail-on all                   | Invalid value for option '--fail-on': 'all' is none of slower, inconclusive, never
            --fail-on never --no-report     | --fail-on can't be given with --no-report
            --jvm a=/no/such/home           | --jvm a=/no/such/home: no JDK there (there is no bin/java in it)
            --jvm a=@ --jvm A=@       | --arm: two arms are labelled A
            --control --jvm a=@ --jvm a-control=@ | --arm: two arms are labelled a-control
            --jvm a/b=@                  | --jvm a/b=@: label 'a/b' must be letters, digits,
            --jvm Manifest=@             | --jvm Manifest=@: label 'Manifest' must be
            --rounds 0                      | --rounds is 0, must be 1 or more
            --rounds some                   | Invalid value for option '--rounds': 'some' is not an int
            --until 0                       | --until is 0, must be decided, or the half width of every interval, such as 1%
            --until sure                    | --until is sure, must be decided, or the half width of every
            --until decided --rounds 4      | --until and --rounds can't be given together
            --until decided --order jmh     | --until takes --order turns: with --order jmh there are no complete rounds
            --until decided --order forks   | --until takes --order turns: with --order forks there are no complete
            --until decided TinyBenchmark.aWorks | --until: there is nothing to compare, one benchmark with one arm
            --until decided --at-most 5s    | --at-most is 0:05 min, but three rounds, the fewest for a verdict, take about
            --at-most 5                     | --at-most is 5, must be a time such as 90s, 10m or 2h
            --at-most 0s                    | --at-most is 0s, must be a time such as 90s, 10m or 2h
            --at-most 5m --order jmh        | --at-most can't be given with --order jmh, which has no rounds
            --threshold 5                   | Invalid value for option '--threshold': '5' is above 1; 5 % is 5%, or 0.05
            --alpha 60%                     | alpha is 0.6, must be above 0 and below 0.5
            --alive 0                       | --alive is 0, must be 1 or more
            --order random                  | Invalid value for option '--order': 'random' is none of turns, forks, jmh
            --server elsewhere              | Invalid value for option '--server': 'elsewhere' is none of embedded, forked
            --server-jvm @               | --server-jvm @: needs --server forked
            --server forked -p server=embedded | server is given twice
            -wi -1                          | -wi is -1, must be 0 or more
            -i 0                            | -i is 0, must be 1 or more
            -w soon                         | -w is soon, must be a time such as 500ms or 1s
            -r 0s                           | -r is 0s, must be a time such as 500ms or 1s
            -p size                         | -p size: must be NAME=VALUE[,VALUE]...
            -p size=1,,2                    | -p size: a value is missing
            -p size=1 -p size=2             | size is given twice
            -p sise=2                       | -p sise: no selected benchmark has this parameter; they have size
            broken[                         | 'broken[' is not a regular expression: Unclosed character class
            --nonsense                      | Unknown option: '--nonsense'
            --resume /no/such/run           | --resume /no/such/run: is not the folder of a run (it has no manifest.json)
            """)
    void aMistakeInTheArgumentsIsReportedInOneLine(String commandLine, String complaint) {
        CommandLineSession session =
                run(filled(commandLine + (commandLine.contains("TinyBenchmark") ? "" : " TinyBenchmark"))
                        .split(" "));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + filled(complaint));
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private static String filled(String text) {
        return text.replace("@v", "" + Runtime.version().feature()).replace("@", HOME);
    }

    @Test
    void aParameterThatCantBeUsedIsReportedInOneLine() {
        CommandLineSession session = run("-p", "requests=0", "FanOutBenchmark.socketFloor");

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).containsExactly("fanout: requests is 0, must be at least 1");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aBenchmarkThatDoesNotExistIsReportedInOneLine() {
        assertThat(run("noSuchBenchmark").complaints())
                .containsExactly("fanout: no benchmark matches 'noSuchBenchmark' (-l lists them all)");
    }

    @Test
    void aProgramThatIsNoJvmOrTooOldIsRefused() throws IOException {
        assertThat(run("--jvm", "x=" + home("echo hello")).complaints())
                .singleElement()
                .asString()
                .endsWith(": is not a JVM");
        assertThat(run("--jvm", "x=" + home("echo '    java.specification.version = 11'"))
                        .complaints())
                .singleElement()
                .asString()
                .endsWith(": is Java 11, but 17 is the oldest that will do");
    }

    private Path home(String command) throws IOException {
        Path java = folder.resolve("home/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("home");
    }

    @Test
    void anExistingFolderIsNeverOverwritten() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));

        CommandLineSession session = run("--out", out.toString(), "TinyBenchmark");

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly("fanout: --out " + out
                        + ": is there already, and nothing is overwritten; to go on with a" + " run: --resume " + out);
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                            | is not a run's manifest of schema fanout-run/1
            {"schema":"fanout-run/9"}     | is not a run's manifest of schema fanout-run/1
            {"schema":                    | is not a run's manifest: Unexpected end-of-input
            []                            | is not a run's manifest: it must be an object
            """)
    void aRunWithABrokenManifestIsNotResumed(String content, String complaint) throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.json"), content);

        CommandLineSession session = run("--resume", folder.toString());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: --resume " + manifest + ": " + complaint);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(manifest));
        }
    }

    private CommandLineSession run(String... args) {
        String[] all = Stream.concat(Stream.of("run"), Stream.of(args)).toArray(String[]::new);
        return CommandLineSession.run(folder.resolve("results"), all);
    }
}
