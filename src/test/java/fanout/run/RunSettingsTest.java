package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

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
                List.of(),
                null,
                null);
    }
}
