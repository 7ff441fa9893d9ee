package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published table of what a request costs is made from what {@link ProfileStudy} has written. */
class PublishedProfilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "payload-10240", "payload-1048576"})
    void theTableIsWhatTheFileSays(String folder) throws IOException {
        Path costs = ProfileStudy.FOLDER.resolve(folder).resolve("costs.csv");

        List<String> rows = Files.readAllLines(costs).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(PublishedProfilesTest::row)
                .toList();

        assertThat(rows).isNotEmpty();
        assertThat(Path.of("results", "README.md")).content().contains(rows);
    }

    /** Strategy and setup, CPU time, bytes, context switches, parked threads, and system calls. */
    private static String row(String... fields) {
        String name = "`" + fields[0] + "`" + (fields[1].isEmpty() ? "" : ", " + fields[1]);
        return "| " + String.join(" | ", name, fields[3], fields[4], fields[5], fields[7], fields[8]) + " | "
                + fields[9] + " |";
    }

    /**
     * What Fanout does with an answer is at most 2 % of the CPU time of its client. The floor has little else to do,
     * and of a payload each byte is compared.
     */
    @Test
    void theCheckOfAnAnswerIsNothingBesideTheClient() throws IOException {
        try (var files = Files.walk(ProfileStudy.FOLDER)) {
            List<Path> profiles =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(profiles).isNotEmpty();
            for (Path profile : profiles) {
                String share = Files.readAllLines(profile).get(1);
                assertThat(share).endsWith("while an answer was checked, whoever's frame was innermost");
                assertThat(Double.parseDouble(share.strip().split(" ")[0]))
                        .as(profile.toString())
                        .isLessThanOrEqualTo(mostPercent(profile));
            }
        }
    }

    private static double mostPercent(Path profile) {
        boolean payload = profile.toString().contains("payload-");
        if (profile.endsWith("socketFloor.txt")) {
            return payload ? 10 : 5;
        }
        return payload ? 3 : 2;
    }
}
