package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.ArmRecord;
import fanout.record.JvmRecord;
import fanout.results.RecordedArm;
import fanout.results.ResultSet;
import fanout.testing.Arms;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArmNamesTest {
    private static ResultSet arm(String label, String version, boolean control, ArmRecord arm) {
        JvmRecord jvm = new JvmRecord(label, control, version, "", "", "", 0, List.of(), "", arm);
        RecordedArm recorded = arm == null ? null : new RecordedArm(jvm, null, new TreeMap<>(), "");
        return new ResultSet(label, List.of(), control, recorded, new TreeMap<>());
    }

    private static ResultSet plain(String label, String version) {
        return arm(label, version, false, ArmRecord.PLAIN);
    }

    private static String of(String label, ResultSet... resultSets) {
        ArmNames names = ArmNames.of(List.of(resultSets));
        return names.kind() + " " + names.of(label);
    }

    @Test
    void whatDiffersInItsJvmIsAJvm() {
        assertThat(of("25", plain("17", "17.0.15+6"), plain("25", "25.0.3+9-LTS")))
                .isEqualTo("JVM JDK 25");
        assertThat(of("tuned", plain("17", "17.0.15+6"), plain("tuned", "25.0.3+9-LTS")))
                .isEqualTo("JVM tuned");
    }

    @Test
    void resultsThatDoNotSayAreOfJvms() {
        assertThat(of("25", arm("17", "", false, null), arm("25", "", false, null)))
                .isEqualTo("JVM JDK 25");
    }

    @Test
    void whatHasOptionsOrAClassPathIsAnArm() {
        assertThat(of("25", plain("17", "17.0.15+6"), arm("25", "25.0.3+9", false, Arms.options("-Xint"))))
                .isEqualTo("arm 25");
        assertThat(of("17", plain("17", "17.0.15+6"), arm("25", "25", false, Arms.classPath(Arms.file("a", "b")))))
                .isEqualTo("arm 17");
    }

    @Test
    void whatAllArmsHaveAlikeDoesNotTellThemApart() {
        ArmRecord one = new ArmRecord(List.of("-Xmx4g"), List.of(Arms.file("a.jar", "1")), "", null);
        ArmRecord other = new ArmRecord(List.of("-Xmx4g"), List.of(Arms.file("b.jar", "1")), "", null);

        assertThat(of("25", arm("17", "17.0.15+6", false, one), arm("25", "25.0.3+9", false, other)))
                .isEqualTo("JVM JDK 25");
    }

    /** Is JDK 25 as fast as JDK 25? */
    @Test
    void theSameJvmTwiceIsTwoArmsUnlessOneIsTheControl() {
        assertThat(of("25", plain("25", "25.0.3+9"), plain("again", "25.0.3+9")))
                .isEqualTo("arm 25");
        assertThat(of("25", plain("25", "25.0.3+9"), arm("25-control", "25.0.3+9", true, ArmRecord.PLAIN)))
                .isEqualTo("JVM JDK 25");
    }

    @Test
    void aNumberThatIsNotTheVersionIsOnlyALabel() {
        assertThat(of("1", plain("1", "17.0.15+6"), plain("2", "25.0.3+9"))).isEqualTo("JVM 1");
        assertThat(of("17", plain("17", "17"), plain("25", "25"))).isEqualTo("JVM JDK 17");
    }
}
