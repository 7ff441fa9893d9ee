package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IterationRecordTest {
    private static final List<IterationRecord> TWO = List.of(
            new IterationRecord(
                    1,
                    true,
                    "1970-01-01T00:00:00Z",
                    0.25,
                    1.5,
                    0.0,
                    3.1,
                    20.123456789,
                    new JvmWorkRecord(250L, 12L, 1L, 0L)),
            new IterationRecord(2, false, "1970-01-01T00:00:01Z", 0.5, null, null, 3.0, null, null));

    @Test
    void anIterationIsALine() {
        assertThat(new String(IterationRecord.toJson(TWO), StandardCharsets.UTF_8))
                .isEqualTo("""
                        [
                        {"iteration":1,"warmup":true,"start":"1970-01-01T00:00:00Z","seconds":0.25,"loadAverage":1.5,"steal":0.0,"rulerMillis":3.1,"score":20.123456789,"jvmWork":{"compilationMillis":250,"compiledMethods":12,"collections":1,"collectionMillis":0}},
                        {"iteration":2,"warmup":false,"start":"1970-01-01T00:00:01Z","seconds":0.5,"loadAverage":null,"steal":null,"rulerMillis":3.0,"score":null}
                        ]
                        """);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(IterationRecord.read(IterationRecord.toJson(TWO))).isEqualTo(TWO);
    }

    @Test
    void whatIsAbsentIsUnknownAndWhatIsUnknownIsIgnored() throws IOException {
        assertThat(IterationRecord.read(bytes("[{\"iteration\": 1, \"mood\": {}}]")))
                .containsExactly(new IterationRecord(1, false, "", null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``             | it must be a list
            null           | one of them is null
            [null]         | one of them is null
            {}             | it must be a list
            [{"score": {}}]| [0].score must be a number
            """)
    void whatIsNoListOfThemIsRefused(String json, String problem) {
        assertThatIOException()
                .isThrownBy(() -> IterationRecord.read(bytes(json)))
                .withMessageStartingWith("is not the list of a fork's turns: " + problem);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
