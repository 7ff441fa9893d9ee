package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JVM of a run is given before {@code -jar} reaches its forks, as in plain JMH. */
class ForkArgumentsTest {
    private final Map<String, String> before = new TreeMap<>();

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "fanout.allowRemote, true",
        "fanout.serverIoThreads, 2",
        "fanout.answerTimeoutMillis, 20000",
        "fanout.floorSelectors, 1",
        "fanout.slowdown, 0.05",
        "fanout.metrics, off"
    })
    void aPropertyOfTheRunsOwnJvmReachesTheForks(String name, String value) {
        set(name, value);

        assertThat(ForkArguments.ofEveryBenchmark()).contains("-D" + name + "=" + value);
    }

    @Test
    void otherPropertiesStayWhereTheyAre() {
        set("fanout.results", "elsewhere");

        assertThat(ForkArguments.ofEveryBenchmark()).noneMatch(argument -> argument.contains("fanout.results"));
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }
}
