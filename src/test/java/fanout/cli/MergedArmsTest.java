package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.record.ArmRecord;
import fanout.testing.Arms;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arms of the same label are put together, with a warning if they are not the same arm in all runs. */
class MergedArmsTest {
    @TempDir
    Path folder;

    private String run(String name, ArmRecord arm, long seed) {
        return new RunFiles(folder.resolve(name), true)
                .host("vm")
                .arm("base", "25", ArmRecord.PLAIN)
                .arm("head", "25", arm)
                .forks("base", "com.acme.Foo.parse", Entry.forks(3, 10, seed))
                .forks("head", "com.acme.Foo.parse", Entry.forks(3, 12, seed + 1))
                .write()
                .toString();
    }

    private static List<String> warnings(String... runs) throws Exception {
        JsonNode json = compareToJson("--fail-on", "never", runs[0], runs[1]);
        assertThat(json.at("/benchmarks/0/baselineForks").asInt()).isEqualTo(6);
        return json.get("warnings").valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void armsThatAreTheSameAreNoReasonToWarn() throws Exception {
        ArmRecord one = Arms.classPath(Arms.file("a.jar", "0123456789"));
        ArmRecord renamed = Arms.classPath(Arms.file("b.jar", "0123456789"));

        assertThat(warnings(run("first", one, 1), run("second", renamed, 3))).isEmpty();
    }

    @Test
    void otherOptionsAreNamedWithTheirRuns() throws Exception {
        String first = run("first", Arms.options("-Xa"), 1);
        String second = run("second", ArmRecord.PLAIN, 3);

        assertThat(warnings(first, second))
                .containsExactly("options of head differ: -Xa in " + first + "; none in " + second);
    }

    @Test
    void anotherClassPathIsNamedWithItsRuns() throws Exception {
        String first = run("first", Arms.classPath(Arms.file("a.jar", "0123456789ab")), 1);
        String second = run("second", Arms.classPath(Arms.file("a.jar", "ba9876543210"), Arms.file("c", "cc")), 3);

        assertThat(warnings(first, second))
                .containsExactly("class paths of head differ: a.jar (01234567) in " + first
                        + "; a.jar (ba987654) c (cc) in " + second);
    }
}
