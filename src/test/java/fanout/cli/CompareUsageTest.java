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
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that {@code compare} can't use are reported in one line. */
class CompareUsageTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threshold 0        | threshold is 0.0, must be above 0 and at most 1
            --threshold NaN      | threshold is NaN, must be above 0 and at most 1
            --threshold 1.5      | Invalid value for option '--threshold': '1.5' is above 1; 1.5 % is 1.5%, or 0.015
            --threshold 5        | Invalid value for option '--threshold': '5' is above 1; 5 % is 5%, or 0.05
            --threshold 0,03     | Invalid value for option '--threshold': '0,03' is no ratio such as 0.03, or 3%
            --threshold 150%     | threshold is 1.5, must be above 0 and at most 1
            --threshold %        | Invalid value for option '--threshold': '%' is no ratio such as 0.03, or 3%
            --alpha 0.5          | alpha is 0.5, must be above 0 and below 0.5
            --alpha -1           | alpha is -1.0, must be above 0 and below 0.5
            --by class           | --by is class, must be one of jvm, strategy
            --format pdf         | Invalid value for option '--format': 'pdf' is none of text, markdown, json, html
            --fail-on faster     | Invalid value for option '--fail-on': 'faster' is none of slower, inconclusive, never
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

    @ParameterizedTest
    @CsvSource({"--threshold, 5%, 0.05", "--threshold, 0.05, 0.05", "--threshold, 2.5 %, 0.025", "--alpha, 1%, 0.01"})
    void aRatioMayBeAPercentage(String option, String value, double ratio) throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));

        assertThat(CommandLineSession.compareToJson(option, value, base, base)
                        .get(option.substring(2))
                        .asDouble())
                .isEqualTo(ratio);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "MD", "Markdown"})
    void markdownHasAShortName(String format) {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));

        assertThat(CommandLineSession.compare("--format", format, base, base))
                .isEqualTo(CommandLineSession.compare("--format", "markdown", base, base))
                .extracting(CommandLineSession::status)
                .isEqualTo(0);
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
