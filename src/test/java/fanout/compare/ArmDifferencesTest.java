package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.ArmDifference.What;
import fanout.record.ArmRecord;
import fanout.record.ClassPathEntry;
import fanout.record.JvmRecord;
import fanout.results.RecordedArm;
import fanout.results.ResultSet;
import fanout.testing.Arms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArmDifferencesTest {
    private static final String HC = "org.apache.httpcomponents.client5:httpclient5";
    private static final Map<String, String> OURS = Map.of(HC, "5.6.5", "org.openjdk.jmh:jmh-core", "1.37");
    private static final ClassPathEntry OLD_CLIENT = Arms.file("httpclient5-5.5.jar", "aa", HC + ":5.5");
    private static final ClassPathEntry NEW_CLIENT = Arms.file("httpclient5-5.6.jar", "bb", HC + ":5.6");

    private static JvmRecord jvm(String version, String vendor, String home, ArmRecord arm) {
        return new JvmRecord("x", false, version, vendor, "VM " + version, "G1", 0, List.of(), home, arm);
    }

    private static ResultSet arm(String name, JvmRecord jvm, String jar) {
        RecordedArm recorded = new RecordedArm(jvm, null, new TreeMap<>(OURS), jar);
        return new ResultSet(name, List.of(), false, recorded, new TreeMap<>());
    }

    private static List<ArmDifference> between(JvmRecord from, JvmRecord to) {
        return ArmDifferences.of(arm("base", from, "j"), arm("head", to, "j")).all();
    }

    private static List<ArmDifference> between(ArmRecord from, ArmRecord to) {
        return between(jvm("17", "Acme", "/opt/17", from), jvm("17", "Acme", "/opt/17", to));
    }

    private static ArmDifference library(String name, String from, String to) {
        return new ArmDifference(What.LIBRARY, name, from, to);
    }

    private static ArmDifference file(String name, String from, String to) {
        return new ArmDifference(What.FILE, name, from, to);
    }

    @Test
    void whatIsAlikeIsNotListed() {
        ArmRecord arm = new ArmRecord(List.of("-Xmx1g"), List.of(OLD_CLIENT), "1.37", new TreeMap<>());

        assertThat(between(arm, arm)).isEmpty();
        assertThat(between(ArmRecord.PLAIN, ArmRecord.PLAIN)).isEmpty();
    }

    /** Two builds of one version are told apart by what else is known of them. */
    @Test
    void aJvmIsKnownByTheFirstThingInWhichItDiffers() {
        JvmRecord jvm = jvm("17", "Acme", "/opt/17", ArmRecord.PLAIN);

        assertThat(between(jvm, jvm("25", "Other", "/opt/25", ArmRecord.PLAIN)))
                .containsExactly(new ArmDifference(What.JVM, "JVM", "17", "25"));
        assertThat(between(jvm, jvm("17", "Other", "/opt/x", ArmRecord.PLAIN)))
                .containsExactly(new ArmDifference(What.JVM, "JVM", "17 of Acme", "17 of Other"));
        assertThat(between(jvm, jvm("17", "Acme", "/opt/x", ArmRecord.PLAIN)))
                .containsExactly(new ArmDifference(What.JVM, "JVM", "17 in /opt/17", "17 in /opt/x"));
    }

    @Test
    void onlyTheOptionsThatDifferAreListed() {
        assertThat(between(Arms.options("-Xmx1g", "-XX:+UseG1GC"), Arms.options("-XX:+UseZGC", "-Xmx1g")))
                .containsExactly(new ArmDifference(What.OPTIONS, "options", "-XX:+UseG1GC", "-XX:+UseZGC"));
        assertThat(between(Arms.options("-Xmx1g"), Arms.options("-Xmx1g", "--add-modules", "a.b")))
                .containsExactly(new ArmDifference(What.OPTIONS, "options", "", "--add-modules a.b"));
        assertThat(between(Arms.options("-Xmx1g", "-Xmx2g"), Arms.options("-Xmx2g", "-Xmx1g")))
                .containsExactly(new ArmDifference(What.OPTIONS, "options", "-Xmx1g -Xmx2g", "-Xmx2g -Xmx1g"));
    }

    @Test
    void librariesAreListedWithBothVersions() {
        assertThat(between(Arms.classPath(OLD_CLIENT), Arms.classPath(NEW_CLIENT)))
                .containsExactly(library(HC, "5.5", "5.6"));
    }

    /** An arm without a class path of its own has Fanout's libraries, and so has one for all that it does not bring. */
    @Test
    void fanoutsOwnLibrariesAreBehindThoseOfAnArm() {
        ClassPathEntry more = Arms.file("more.jar", "cc", "g:more:1");

        assertThat(between(Arms.classPath(OLD_CLIENT), ArmRecord.PLAIN)).containsExactly(library(HC, "5.5", "5.6.5"));
        assertThat(between(Arms.classPath(more), Arms.classPath(OLD_CLIENT, more)))
                .containsExactly(library(HC, "5.6.5", "5.5"));
        assertThat(between(ArmRecord.PLAIN, Arms.classPath(more))).containsExactly(library("g:more", "", "1"));
        assertThat(between(ArmRecord.PLAIN, Arms.classPath(Arms.file("hc.jar", "dd", HC + ":5.6.5"))))
                .isEmpty();
    }

    @Test
    void aSuiteOfOthersSeesOnlyItsOwnLibraries() {
        Map<String, String> classes = Map.of("com.acme.Foo", "1");

        assertThat(between(
                        Arms.suite("1.36", classes, Arms.file("suite.jar", "aa")),
                        Arms.suite("1.36", classes, Arms.file("suite.jar", "aa"), OLD_CLIENT)))
                .containsExactly(library(HC, "", "5.5"));
    }

    @Test
    void jmhIsNamedOnceWhereverItsVersionIsFrom() {
        Map<String, String> classes = Map.of("com.acme.Foo", "1");
        ClassPathEntry jmh = Arms.file("jmh-core-1.30.jar", "ee", RecordedArm.JMH + ":1.30");

        assertThat(between(Arms.suite("1.30", classes, jmh), ArmRecord.PLAIN))
                .contains(new ArmDifference(What.JMH, "JMH", "1.30", "1.37"))
                .noneMatch(difference -> difference.name().equals(RecordedArm.JMH));
        assertThat(between(Arms.suite("", classes), ArmRecord.PLAIN))
                .noneMatch(difference -> difference.what() == What.JMH);
    }

    @Test
    void filesOfUnknownCoordinatesAreListedByName() {
        assertThat(between(
                        Arms.classPath(Arms.file("foo.jar", "1"), Arms.file("same.jar", "2")),
                        Arms.classPath(
                                Arms.file("same.jar", "2"), Arms.file("foo.jar", "3"), Arms.file("bar.jar", "4"))))
                .containsExactly(file("bar.jar", "", "4"), file("foo.jar", "1", "3"));
    }

    @Test
    void anotherNameIsNoDifference() {
        assertThat(between(Arms.classPath(Arms.file("a.jar", "1")), Arms.classPath(Arms.file("b.jar", "1"))))
                .isEmpty();
    }

    /** A snapshot, or a jar that is built from the project itself. */
    @Test
    void otherContentUnderTheSameVersionIsListed() {
        assertThat(between(
                        Arms.classPath(Arms.file("a-1-old.jar", "1", "g:a:1-SNAPSHOT")),
                        Arms.classPath(Arms.file("a-1.jar", "2", "g:a:1-SNAPSHOT"))))
                .containsExactly(file("a-1.jar", "1", "2"));
        assertThat(between(
                        Arms.classPath(Arms.file("benchmarks.jar", "1", "g:a:1", "g:b:1")),
                        Arms.classPath(Arms.file("benchmarks.jar", "2", "g:a:1", "g:b:2"))))
                .containsExactly(library("g:b", "1", "2"), file("benchmarks.jar", "1", "2"));
    }

    /** Two folders of two builds, with one JVM each. */
    @Test
    void anotherBuildOfFanoutIsADifference() {
        JvmRecord jvm = jvm("17", "Acme", "/opt/17", ArmRecord.PLAIN);

        assertThat(ArmDifferences.of(arm("before", jvm, "old"), arm("after", jvm, "new"))
                        .all())
                .containsExactly(file("Fanout's own jar", "old", "new"));
        assertThat(ArmDifferences.of(arm("before", jvm, ""), arm("after", jvm, "new"))
                        .all())
                .isEmpty();
    }
}
