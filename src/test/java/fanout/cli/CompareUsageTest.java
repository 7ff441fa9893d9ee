package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that {@code compare} can't use are reported in one line. */
class CompareUsageTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threshold 0        | threshold is 0.0, must be above 0 and at most 1
            --threshold NaN      | threshold is NaN, must be above 0 and at most 1
            --threshold 1.5      | threshold is 1.5, must be above 0 and at most 1
            --threshold 0,03     | Invalid value for option '--threshold': '0,03' is not a double
            --alpha 0.5          | alpha is 0.5, must be above 0 and below 0.5
            --alpha -1           | alpha is -1.0, must be above 0 and below 0.5
            --by class           | Invalid value for option '--by': expected one of [JVM, STRATEGY] (case-insensitive) but was 'class'
            --format pdf         | Invalid value for option '--format': expected one of [TEXT, MARKDOWN, JSON, HTML] (case-insensitive) but was 'pdf'
            --fail-on faster     | Invalid value for option '--fail-on': expected one of [SLOWER, INCONCLUSIVE, NEVER] (case-insensitive) but was 'faster'
            --metric [           | Invalid value for option '--metric'
            --baseline x         | --baseline is x, must be one of base, candidate
            --output /           | --output /: is a folder
            --output /no/file    | --output /no/file: can't be written (there is no such folder)
            --nonsense           | Unknown option: '--nonsense'
            --by strategy        | no class has two methods with the same parameters to compare
            """)
    void anArgumentThatCantBeUsedIsReportedInOneLine(String options, String complaint) {
        List<String> args = new ArrayList<>(List.of(options.split(" ")));
        args.addAll(List.of(
                write("base", new Entry(NAME, Entry.forks(5, 10, 1))),
                write("candidate", new Entry(NAME, Entry.forks(5, 10, 2)))));

        CommandLineSession session = CommandLineSession.compare(args.toArray(String[]::new));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + complaint);
    }

    @Test
    void aSingleFileHasNothingToBeComparedWith() {
        CommandLineSession session = CommandLineSession.compare(write("base", new Entry(NAME, Entry.forks(5, 10, 1))));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: nothing to compare base with");
    }

    private String write(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }
}
