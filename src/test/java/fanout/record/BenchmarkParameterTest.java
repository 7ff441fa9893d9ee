package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkParameterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REQUESTS    | 0          | requests is 0, must be at least 1
            REQUESTS    | ten        | requests is ten, must be a whole number
            REQUESTS    | 2147483648 | requests is 2147483648, must be a whole number
            CONCURRENCY | 1001       | concurrency is 1001, must be 1 to 1000
            SCHEME      | HTTP       | scheme is HTTP, must be http or https
            """)
    void aWrongValueIsNamedWithWhatWouldBeRight(BenchmarkParameter parameter, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter.check(value))
                .withMessage(message);
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultsAreValid(BenchmarkParameter parameter) {
        parameter.check(parameter.defaultValue());
        parameter.formerDefault().ifPresent(parameter::check);
    }

    @ParameterizedTest
    @EnumSource
    void theEndsOfTheRangeAreValid(BenchmarkParameter parameter) {
        parameter.range().ifPresent(range -> {
            parameter.check(range.min());
            parameter.check(range.max());
            assertThat(range.min()).isLessThan(range.max());
        });
    }
}
