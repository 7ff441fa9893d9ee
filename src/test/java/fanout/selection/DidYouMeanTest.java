package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN = List.of(
            "run",
            "report",
            "compare",
            "jvm",
            "--quick",
            "--rounds",
            "--delay-millis",
            "--port",
            "--payload-bytes",
            "concurrency",
            "FanOutBenchmark",
            "semaphoreAsync");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            comapre         | compare
            reprot          | report
            rum             | run
            jmv             | jvm
            --quik          | --quick
            --round         | --rounds
            -q              | --quick
            --delay         | --delay-millis
            concurency      | concurrency
            FanoutBenchmark | FanOutBenchmark
            semaphorAsync   | semaphoreAsync
            Semaphore       | semaphoreAsync
            -p              | --port, --payload-bytes
            """)
    void aWordWithAMistakeIsFound(String word, String meant) {
        assertThat(DidYouMean.nearest(word, KNOWN)).containsExactly(meant.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "x", "noSuchBenchmark", "--", "''"})
    void whatIsLikeNothingIsNot(String word) {
        assertThat(DidYouMean.nearest(word, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            comapre | ; did you mean compare?
            -p      | ; did you mean --port or --payload-bytes?
            x       | ''
            """)
    void theQuestionNamesAll(String word, String question) {
        assertThat(DidYouMean.question(word, KNOWN)).isEqualTo(question);
    }
}
