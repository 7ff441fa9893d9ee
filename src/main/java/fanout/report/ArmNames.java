package fanout.report;

import fanout.results.RecordedArm;
import fanout.results.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How sentences speak of the arms of a comparison: as JVMs, if that is what they differ in, or else by their labels.
 *
 * <p>Tested by {@code fanout.report.ArmNamesTest}.
 */
final class ArmNames {
    static final String JVM = "JVM";
    static final String ARM = "arm";

    /** A label that is no more than a feature version of Java. */
    private static final Pattern FEATURE_VERSION = Pattern.compile("[1-9]\\d?");

    private final boolean jvms;
    private final Map<String, RecordedArm> recorded = new HashMap<>();

    private ArmNames(List<ResultSet> resultSets) {
        List<RecordedArm> arms = resultSets.stream()
                .filter(resultSet -> !resultSet.control())
                .map(ResultSet::arm)
                .filter(Objects::nonNull)
                .toList();
        long versions = arms.stream().map(arm -> arm.jvm().version()).distinct().count();
        this.jvms = versions == arms.size()
                && arms.stream().map(ArmNames::startedWith).distinct().count() <= 1;
        resultSets.forEach(resultSet -> recorded.put(resultSet.name(), resultSet.arm()));
    }

    /** All but the JVM; files by their content. */
    private static List<Object> startedWith(RecordedArm arm) {
        List<String> files = arm.arm().classPath().stream()
                .map(file -> file.sha256().isEmpty() ? file.file() : file.sha256())
                .toList();
        return List.of(arm.arm().options(), files);
    }

    static ArmNames of(List<ResultSet> resultSets) {
        return new ArmNames(resultSets);
    }

    /** What an arm is: a JVM, or else an arm. */
    String kind() {
        return jvms ? JVM : ARM;
    }

    /** {@code JDK 25} for a plain feature version, if it is that of the JVM; any other label stays as it is. */
    String of(String label) {
        return jvms && FEATURE_VERSION.matcher(label).matches() && isVersion(label) ? "JDK " + label : label;
    }

    /** The same with the whole version, as in {@code JDK 25.0.3}, for a legend. */
    String full(String label) {
        String name = of(label);
        RecordedArm arm = recorded.get(label);
        return name.equals(label) || arm == null || arm.jvm().version().isEmpty()
                ? name
                : "JDK " + arm.jvm().version().replaceFirst("\\+.*", "");
    }

    private boolean isVersion(String label) {
        RecordedArm arm = recorded.get(label);
        String version = arm == null ? "" : arm.jvm().version();
        return version.isEmpty() || version.matches(label + "(\\D.*)?");
    }
}
