package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison;
import fanout.record.ArmRecord;
import fanout.testing.Arms;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmSentencesTest {
    private static final String HC = "org.apache.httpcomponents.client5:httpclient5";

    private static String between(ArmRecord base, ArmRecord head) {
        Comparison comparison = ReportFixture.arms(base, head);
        assertThat(ArmSentences.of(comparison)).hasSize(1);
        return ArmSentences.of(comparison).get(0);
    }

    @Test
    void optionsStandForThoseOfTheOther() {
        assertThat(between(Arms.options("-XX:+UseG1GC"), Arms.options("-XX:+UseZGC")))
                .isEqualTo("head differs from base: options -XX:+UseZGC instead of -XX:+UseG1GC");
        assertThat(between(ArmRecord.PLAIN, Arms.options("-XX:+UseZGC")))
                .isEqualTo("head differs from base: options -XX:+UseZGC instead of none");
        assertThat(between(Arms.options("-XX:+UseG1GC"), ArmRecord.PLAIN))
                .isEqualTo("head differs from base: no options instead of -XX:+UseG1GC");
    }

    @Test
    void librariesHaveBothVersions() {
        assertThat(between(
                        Arms.classPath(Arms.file("a.jar", "1", HC + ":5.5"), Arms.file("b.jar", "2", "g:a:1")),
                        Arms.classPath(Arms.file("c.jar", "3", HC + ":5.6"), Arms.file("d.jar", "4", "g:b:1"))))
                .isEqualTo("head differs from base: only in base: g:a 1; only in head: g:b 1; " + HC
                        + " 5.6 instead of 5.5");
    }

    @Test
    void filesAreNamed() {
        assertThat(between(
                        Arms.classPath(Arms.file("foo.jar", "1"), Arms.file("old.jar", "5")),
                        Arms.classPath(Arms.file("foo.jar", "2"), Arms.file("bar.jar", "3"))))
                .isEqualTo("head differs from base: only in head: bar.jar; foo.jar with other content;"
                        + " only in base: old.jar");
    }

    /** A count of one would take as much room as what it counts. */
    @Test
    void theFirstFewAreNamedAndTheOthersCounted() {
        assertThat(between(ArmRecord.PLAIN, libraries(6))).endsWith("only in head: g:a4 1; only in head: a.jar");
        assertThat(between(ArmRecord.PLAIN, libraries(7)))
                .endsWith("only in head: g:a4 1; and in 2 more")
                .doesNotContain("g:a5");
    }

    private static ArmRecord libraries(int count) {
        return Arms.classPath(Arms.file(
                "a.jar",
                "1",
                IntStream.range(0, count - 1).mapToObj(i -> "g:a" + i + ":1").toArray(String[]::new)));
    }

    @Test
    void armsThatAreAlikeAreSaidToBe() {
        assertThat(between(ArmRecord.PLAIN, ArmRecord.PLAIN))
                .isEqualTo("head differs from base in nothing that is recorded");
    }
}
