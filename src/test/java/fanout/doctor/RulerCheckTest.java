package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerCheckTest extends ObservedMachine {
    @ParameterizedTest
    @CsvSource({
        "3.0, ok, a fixed loop took 3.00 to 3.00 ms (9 of 10 times of 100), ''",
        "3.3, note, a fixed loop took 3.00 to 3.30 ms (9 of 10 times of 100), the speed of a core changes by 1.10 x",
        "3.9, warning, a fixed loop took 3.00 to 3.90 ms (9 of 10 times of 100), the speed of a core changes by 1.30 x",
    })
    void theRulersSpreadIsThatOfTheCoresSpeed(double slow, String severity, String text, String why) {
        List<Double> times =
                IntStream.range(0, 100).mapToObj(i -> i % 5 == 0 ? slow : 3.0).toList();

        assertThat(find("ruler", observed(AT_REST, times))).satisfies(is(severity, text));
        assertThat(find("ruler", observed(AT_REST, times)).why()).isEqualTo(why);
    }

    @Test
    void aSingleInterruptIsNoSpread() {
        List<Double> times =
                Stream.concat(STEADY.stream(), Stream.of(30.0, 0.1)).toList();

        assertThat(find("ruler", observed(AT_REST, times)).severity()).isEqualTo(Severity.OK);
        assertThat(find("ruler", observed(AT_REST, List.of())).severity()).isEqualTo(Severity.UNKNOWN);
    }
}
