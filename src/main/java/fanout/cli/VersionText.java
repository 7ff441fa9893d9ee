package fanout.cli;

import fanout.record.Project;
import fanout.run.ThisBuild;
import java.util.List;
import org.openjdk.jmh.util.Version;

/**
 * What {@code --version} prints.
 *
 * <p>Tested by {@code fanout.cli.HelpTest} and {@code fanout.jar.JarIT}.
 */
final class VersionText {
    private VersionText() {}

    static List<String> lines() {
        Project project = ThisBuild.project();
        return List.of(
                "Fanout " + known(project.version()),
                "commit " + known(project.commit()) + (project.dirty() ? ", with changes that are not in it" : ""),
                "JMH " + Version.getPlainVersion(),
                "Java " + Runtime.version());
    }

    private static String known(String text) {
        return text.isEmpty() ? "unknown" : text;
    }
}
