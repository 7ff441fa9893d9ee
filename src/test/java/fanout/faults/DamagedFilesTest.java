package fanout.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fanout.host.PackedResult;
import fanout.record.HistogramLog;
import fanout.record.IterationRecord;
import fanout.record.Manifest;
import fanout.results.JmhJson;
import fanout.results.UnreadableResultsException;
import fanout.testing.Slow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The readers of a run's files, with damaged content: each must read it or say in an exception of its own what is
 * wrong, in bounded time and memory. The damage is drawn from a seed; for longer, or with another seed:
 *
 * <pre>./mvnw -B test -Dtest=DamagedFilesTest -Dfanout.fuzzSeconds=1800 -Dfanout.fuzzSeed=2</pre>
 */
@Slow
@Timeout(3600)
class DamagedFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "fanout", "folders", "today");
    private static final long SEED = Long.getLong("fanout.fuzzSeed", 1);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A reader, and a file that it reads. */
    enum Reader {
        MANIFEST("manifest.json") {
            @Override
            void read(byte[] content) throws IOException {
                Manifest.read(content).toJson();
            }
        },
        JMH_JSON("17.json") {
            @Override
            void read(byte[] content) throws IOException, UnreadableResultsException {
                JmhJson.read(new ByteArrayInputStream(content), "fuzzed.json");
            }
        },
        ITERATIONS("forks/0001.turns.json") {
            @Override
            void read(byte[] content) throws IOException {
                IterationRecord.toJson(IterationRecord.read(content));
            }
        },
        HISTOGRAMS("forks/0002.hlog") {
            @Override
            void read(byte[] content) throws IOException {
                HistogramLog.read(content);
            }
        },
        JMH_OBJECTS("forks/0004.jmh") {
            @Override
            void read(byte[] content) throws IOException {
                PackedResult.unpack(content);
            }
        };

        private final String file;

        Reader(String file) {
            this.file = file;
        }

        abstract void read(byte[] content) throws IOException, UnreadableResultsException;

        byte[] original() throws IOException {
            Path file = FOLDER.resolve(this.file);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            String extension = this.file.substring(this.file.indexOf('.', this.file.lastIndexOf('/')));
            try (Stream<Path> all = Files.walk(FOLDER)) {
                return Files.readAllBytes(all.filter(each -> each.toString().endsWith(extension))
                        .sorted()
                        .findFirst()
                        .orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void damageIsReportedByTheReadersOwnException(Reader reader) throws Exception {
        byte[] original = reader.original();
        reader.read(original);
        Damage damage = new Damage(new Random(SEED));
        FuzzTime time = FuzzTime.of(2_000);
        int refused = 0;
        for (int i = 0; time.goesOn(i); i++) {
            byte[] damaged = damage.of(original);
            long start = System.nanoTime();
            try {
                reader.read(damaged);
            } catch (IOException | UnreadableResultsException e) {
                refused++;
                assertThat(e.getMessage()).as(() -> kept(damaged)).isNotBlank();
            } catch (Throwable e) {
                fail(reader + ", number " + i + " of seed " + SEED + ", kept in " + kept(damaged), e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(() -> reader + ", kept in " + kept(damaged))
                    .isLessThan(LONGEST);
        }
        assertThat(refused).isPositive();
    }

    private static String kept(byte[] damaged) {
        try {
            return Files.write(Files.createTempFile("fanout-damaged-", ".bin"), damaged)
                    .toString();
        } catch (IOException e) {
            return "no file: " + e;
        }
    }
}
