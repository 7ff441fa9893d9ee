package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.run.SystemTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTimeChecksTest extends ObservedMachine {
    /** It is the JVM's own work that keeps one of the eight cores busy. */
    @ParameterizedTest
    @CsvSource({
        "400, ok, others take 0.0 of 8 cores; load 2.5 in the last minute",
        "600, note, others take 0.5 of 8 cores; load 2.5 in the last minute",
        "1200, warning, others take 2.0 of 8 cores; load 2.5 in the last minute",
        "100, ok, others take 0.0 of 8 cores; load 2.5 in the last minute",
    })
    void whatOtherProgramsTakeIsLoad(int busy, String severity, String text) {
        assertThat(find("load", observed(new CpuTicks(3200, busy, 0), STEADY))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, ok, load 0.2 in the last minute",
        "9, warning, load 9.0 in the last minute",
        "-1, unknown, not visible on Mac OS X"
    })
    void withoutTicksTheLoadAverageCounts(double average, String severity, String text) {
        SystemTree nothing = new SystemTree(root.resolve("nothing"));

        assertThat(find("load", new Observations(nothing, "Mac OS X", 8, average, null, 1, STEADY)))
                .satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "3200, 0, 0, ok, '0.0 % now, 0.0 % since the start'",
        "3200, 30, 0, note, '0.9 % now, 0.0 % since the start'",
        "3200, 320, 0, warning, '10.0 % now, 0.0 % since the start'",
        "3200, 0, 1000, note, '0.0 % now, 9.1 % since the start'",
        "80, 2, 0, note, '2.5 % now, 0.0 % since the start'", // two ticks of a short look
        "0, -3, 0, ok, '0.0 % now, 0.0 % since the start'",
    })
    void stealIsTimeThatOthersHad(long total, long now, long ever, String severity, String text) {
        machine.file("/proc/stat", "cpu  100 0 100 9800 0 0 0 " + ever + " 0 0");

        assertThat(find("steal", observed(new CpuTicks(total, 0, now), STEADY))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cpu",
                "cpu 1 2 3",
                "cpu 1 2 3 4 5 6 seven 8 9",
                "intr 1 2 3 4 5 6 7 8 9",
                "cpu -1 2 3 4 5 6 7 8"
            })
    void ticksThatAreNoneAreUnknown(String stat) {
        machine.file("/proc/stat", stat);

        assertThat(CpuTicks.read(new SystemTree(root))).isEmpty();
    }
}
