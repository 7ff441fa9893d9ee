package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.CpuPins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class RunSettingsTest {
    private static final IterationOptions QUICK = new IterationOptions(3, "1s", 3, "500ms");

    @Test
    void aQuickRunDoesNotWarmUpSingleShots() {
        RunSettings settings = settings(IterationOptions.OF_THE_BENCHMARK);

        assertThat(settings.iterationsOf(Mode.AverageTime)).isEqualTo(QUICK);
        assertThat(settings.iterationsOf(Mode.SingleShotTime)).isEqualTo(IterationOptions.OF_THE_BENCHMARK);
    }

    @Test
    void aFlagAppliesToEveryMode() {
        RunSettings settings = settings(new IterationOptions(7, null, null, null));

        assertThat(settings.iterationsOf(Mode.AverageTime)).isEqualTo(new IterationOptions(7, "1s", 3, "500ms"));
        assertThat(settings.iterationsOf(Mode.SingleShotTime)).isEqualTo(new IterationOptions(7, null, null, null));
    }

    /** It is the default and no flag, so that a run can be resumed with the flags that it was begun with. */
    @Test
    void aServerThatIsHeldIsNoParameterThatWasGiven() throws Exception {
        RunSettings held = settings(IterationOptions.OF_THE_BENCHMARK).holdingServer("");

        assertThat(held.params()).isEmpty();
        assertThat(held.measuredParams()).isEqualTo(Map.of("server", List.of("forked")));
        assertThat(RunSettings.read(held.atMost(9).hidden(Privacy.ofThisUser()).toJson())
                        .serverHeld())
                .isTrue();
        assertThat(settings(IterationOptions.OF_THE_BENCHMARK).measuredParams()).isEmpty();
    }

    private static RunSettings settings(IterationOptions given) {
        return new RunSettings(
                List.of(),
                Map.of(),
                3,
                null,
                null,
                ForkOrder.TURNS,
                9,
                false,
                1,
                given,
                QUICK,
                "",
                false,
                CpuPins.NONE,
                List.of(),
                null,
                null);
    }
}
