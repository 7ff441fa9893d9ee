package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is reported in one line, before anything is measured or written. */
class BadUsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --nonsense                        | nonsense is not a recognized option (-h lists JMH's options)
            -i few                            | Cannot parse argument 'few' of option i (-h lists JMH's options)
            noSuchBenchmark                   | no benchmark matches 'noSuchBenchmark' (-l lists them all)
            TinyBenchmark -e Tiny             | no benchmark matches 'TinyBenchmark' without 'Tiny' (-l lists them all)
            broken[                           | 'broken[' is not a regular expression: Unclosed character class
            TinyBenchmark -wmb broken[        | 'broken[' is not a regular expression: Unclosed character class
            TinyBenchmark -p sise=2           | -p sise: no selected benchmark has this parameter; they have size
            TinyBenchmark --p=sise=2          | -p sise: no selected benchmark has this parameter; they have size
            TinyBenchmark -p size=            | -p size: a value is missing
            TinyBenchmark -p size=,           | -p size: a value is missing
            TinyBenchmark -p size=1,,2        | -p size: a value is missing
            TinyBenchmark -jvm /no/such/java  | -jvm /no/such/java: is not a JVM (Cannot run program "/no/such/java"
            TinyBenchmark -jvm /              | -jvm /: is a folder; name the java executable in it
            TinyBenchmark -o /no/such/o.txt   | -o: /no/such/o.txt (
            TinyBenchmark -rff /no/such/r.csv | Can not touch the result file: /no/such/r.csv
            TinyBenchmark -prof nonsense      | Profilers failed to initialize, exiting.
            help nonsense                     | Unknown subcommand 'nonsense'.
            """)
    void aMistakeInTheArgumentsIsReportedInOneLine(String commandLine, String complaint) {
        CommandLineSession session = CommandLineSession.run(folder.resolve("r"), commandLine.split(" "));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + complaint);
        assertThat(folder.resolve("r"))
                .satisfiesAnyOf(
                        r -> assertThat(r).doesNotExist(), r -> assertThat(r).isEmptyDirectory());
    }

    @Test
    void resultsThatCantBeWrittenAreReportedBeforeTheRun() throws Exception {
        Path file = Files.createFile(folder.resolve("results"));

        CommandLineSession session = CommandLineSession.run(file, "TinyBenchmark", "-f", "0");

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).singleElement().asString().contains("can't be written to " + file);
    }

    @Test
    void aParameterThatCantBeUsedIsNamedInOneLine() {
        CommandLineSession session =
                CommandLineSession.run(folder, "FanOutBenchmark.socketFloor", "-p", "requests=1,1\n 0");

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).containsExactly("fanout: requests is 1 0, must be a whole number");
    }
}
