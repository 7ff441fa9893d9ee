package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final ForkRecord OK = new ForkRecord(
            1,
            "17",
            "a.B.c",
            "avgt",
            new TreeMap<>(Map.of("size", "1")),
            1,
            "1970-01-01T00:00:00Z",
            2.5,
            0.5,
            null,
            3.0,
            "ok",
            "forks/0001.json",
            new TreeMap<>(Map.of("forks/0001.json", "ab12")));
    private static final ForkRecord FAILED =
            new ForkRecord(2, "17", "a.B.c", "avgt", null, 2, "", null, null, null, null, "failed: x", null, null);
    private static final Manifest FULL = new Manifest(
            Manifest.SCHEMA,
            "run",
            7L,
            new Project("1.0", "abc", true, "ff"),
            new TreeMap<>(Map.of("g:b", "2", "g:a", "1")),
            new Host("h", "", 2, 1024, "6", "Linux", ""),
            List.of(new JvmRecord("17", false, "17.0.1", "Acme", "VM", "G1", 512, List.of("-Xmx1g"), "~/jdk", null)),
            "turns",
            true,
            null,
            JsonNodeFactory.instance.objectNode().put("rounds", 1),
            List.of("a line"),
            List.of(),
            List.of(new WarmUpRecord("a.b.C.d", "avgt", new TreeMap<>(Map.of("n", "1")), 1, 9)),
            List.of(new RoundRecord(2, 31.5, null), new RoundRecord(3, 42, 1)),
            List.of(OK));

    /** The fields and their order are those of every published manifest: other people's scripts read them, too. */
    @Test
    void aManifestIsWrittenInOneFormOnly() {
        assertThat(new String(FULL.with(List.of(FAILED)).toJson(), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "schema" : "fanout-run/1",
                          "command" : "run",
                          "seed" : 7,
                          "project" : {
                            "version" : "1.0",
                            "commit" : "abc",
                            "dirty" : true,
                            "jarSha256" : "ff"
                          },
                          "dependencies" : {
                            "g:a" : "1",
                            "g:b" : "2"
                          },
                          "host" : {
                            "name" : "h",
                            "cores" : 2,
                            "memoryBytes" : 1024,
                            "kernel" : "6",
                            "os" : "Linux"
                          },
                          "jvms" : [ {
                            "label" : "17",
                            "control" : false,
                            "version" : "17.0.1",
                            "vendor" : "Acme",
                            "vm" : "VM",
                            "gc" : "G1",
                            "maxHeapBytes" : 512,
                            "flags" : [ "-Xmx1g" ],
                            "home" : "~/jdk"
                          } ],
                          "order" : "turns",
                          "turns" : true,
                          "settings" : {
                            "rounds" : 1
                          },
                          "leftOut" : [ "a line" ],
                          "warmUps" : [ {
                            "benchmark" : "a.b.C.d",
                            "mode" : "avgt",
                            "params" : {
                              "n" : "1"
                            },
                            "learnedInRound" : 1,
                            "iterations" : 9
                          } ],
                          "rounds" : [ {
                            "round" : 2,
                            "seconds" : 31.5
                          }, {
                            "round" : 3,
                            "seconds" : 42.0,
                            "undecided" : 1
                          } ],
                          "forks" : [ {
                            "round" : 1,
                            "label" : "17",
                            "benchmark" : "a.B.c",
                            "mode" : "avgt",
                            "params" : {
                              "size" : "1"
                            },
                            "attempt" : 1,
                            "start" : "1970-01-01T00:00:00Z",
                            "seconds" : 2.5,
                            "loadAverage" : 0.5,
                            "rulerMillis" : 3.0,
                            "status" : "ok",
                            "file" : "forks/0001.json",
                            "sha256" : {
                              "forks/0001.json" : "ab12"
                            }
                          }, {
                            "round" : 2,
                            "label" : "17",
                            "benchmark" : "a.B.c",
                            "mode" : "avgt",
                            "params" : { },
                            "attempt" : 2,
                            "start" : "",
                            "status" : "failed: x"
                          } ]
                        }""");
    }

    /** A manifest of an earlier version has no such field, and gets none. */
    @Test
    void whatWasFoundAboutTheMachineStandsBeforeWhatWasMeasured() throws IOException {
        Finding wrong = new Finding("power", Severity.WARNING, "on battery", "it is slower", "plug it in");
        Manifest manifest = FULL.with(
                new MachineCheck("1970-01-01T00:00:00Z", List.of(wrong, Finding.unknown("steal", "not visible"))));

        assertThat(new String(manifest.toJson(), StandardCharsets.UTF_8).replace("\n  ", "\n"))
                .contains("""
                  "leftOut" : [ "a line" ],
                  "machine" : [ {
                    "time" : "1970-01-01T00:00:00Z",
                    "findings" : [ {
                      "name" : "power",
                      "severity" : "warning",
                      "seen" : "on battery",
                      "why" : "it is slower",
                      "advice" : "plug it in"
                    }, {
                      "name" : "steal",
                      "severity" : "unknown",
                      "seen" : "not visible"
                    } ]
                  } ],
                  "warmUps" : [ {""");
        assertThat(Manifest.read(manifest.toJson())).isEqualTo(manifest);
        assertThat(FULL.machine()).isEmpty();
    }

    @Test
    void aFindingOfALaterVersionIsRead() throws IOException {
        Manifest read = read("{\"machine\": [{\"findings\": [{\"severity\": \"fatal\", \"x\": 1}, {}]}, {\"y\": 2}]}");

        assertThat(read.machine()).extracting(check -> check.findings().size()).containsExactly(2, 0);
        assertThat(read.machine().get(0).of(Severity.UNKNOWN)).containsOnly(Finding.unknown("", ""));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Manifest manifest = FULL.with(List.of(FAILED));

        assertThat(Manifest.read(manifest.toJson())).isEqualTo(manifest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            null
            {"settings": null, "host": null, "jvms": null, "forks": null, "order": null, "dependencies": null}
            {"weather": "fine", "project": {"mood": 1}, "host": {"planet": {}}}
            """)
    void whatIsAbsentIsEmptyAndWhatIsUnknownIsIgnored(String json) throws IOException {
        Manifest read = read(json);

        assertThat(read.schema()).isNull();
        assertThat(read.seed()).isNull();
        assertThat(read.settings()).isNull();
        assertThat(read.turns()).isFalse();
        assertThat(List.of(read.command(), read.order())).containsOnly("");
        assertThat(read.project()).isEqualTo(new Project("", "", false, ""));
        assertThat(read.host()).isEqualTo(new Host("", "", 0, 0, "", "", ""));
        assertThat(read.dependencies()).isEmpty();
        assertThat(List.of(read.jvms(), read.leftOut(), read.forks())).containsOnly(List.of());
    }

    @Test
    void aJvmAndAForkNeedNotSayMoreThanTheirLabels() throws IOException {
        Manifest read = read("{\"jvms\": [{\"label\": \"a\", \"x\": 1}], \"forks\": [{\"label\": \"a\", \"x\": 1}]}");

        assertThat(read.jvms()).containsExactly(new JvmRecord("a", false, "", "", "", "", 0, List.of(), "", null));
        ForkRecord fork = read.forks().get(0);
        assertThat(fork)
                .isEqualTo(
                        new ForkRecord(0, "a", "", "", new TreeMap<>(), 0, "", null, null, null, null, "", null, null));
        assertThat(fork.endedWell()).isFalse();
        assertThat(fork.started()).isEmpty();
        assertThat(fork.lifetime()).isEqualTo(Duration.ZERO);
    }

    /** Settings of a later version, or broken ones: only {@code --resume} needs to understand them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"settings": {"rounds": {"at most": 5}}}
            {"settings": [1]}
            {"settings": "none"}
            {"order": "sideways"}
            """)
    void settingsAndOrderMayBeAnything(String json) throws IOException {
        assertThat(read(json).forks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                             | it must be an object
            []                                             | it must be an object
            {} {}                                          | has more after its end
            {"jvms": [{}]}                                 | a JVM has no label
            {"forks": [{}]}                                | a fork has no label
            {"forks": [{"label": "a", "status": "ok"}]}    | a fork that ended well has no file
            {"forks": [{"label": "a", "round": "first"}]}  | forks[0].round must be a whole number
            """)
    void whatIsNoManifestIsRefusedInOneLine(String json, String problem) {
        assertThatIOException()
                .isThrownBy(() -> read(json))
                .withMessageStartingWith("is not a run's manifest: " + problem)
                .withMessageNotContaining("\n");
    }

    private static Manifest read(String json) throws IOException {
        return Manifest.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
