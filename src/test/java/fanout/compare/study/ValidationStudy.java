package fanout.compare.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The whole study. It writes {@code results/validation} and the README's summary, and is no part of the normal build:
 *
 * <pre>./mvnw -B test -Dtest=ValidationStudy</pre>
 *
 * With {@code -Dstudy.runs=N} and {@code -Dstudy.seed=N} as wished. The same numbers give the same bytes, on every JDK.
 */
class ValidationStudy {
    static final Path FOLDER = Path.of("results", "validation");
    static final Path README = Path.of("README.md");

    @Test
    void writesTheStudy() throws IOException {
        Plan plan =
                new Plan(Long.getLong("study.seed", 1), Integer.getInteger("study.runs", 4000), List.of(Rule.values()));
        assertThat(plan.runs()).as("study.runs").isGreaterThanOrEqualTo(100);
        Study study = Study.run(plan);
        Path folder = Path.of(System.getProperty("study.folder", FOLDER.toString()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("study.json"), StudyJson.of(study));
        Files.writeString(folder.resolve("study.md"), new StudyTables(study).text());
        if (folder.equals(FOLDER)) {
            String readme = Files.readString(README);
            Files.writeString(README, ReadmeBlock.of(readme).replaced(new Summary(study).text()));
        }
    }
}
