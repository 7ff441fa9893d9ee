package fanout.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole study. It writes {@code results/validation} and the README's summary, and is no part of the build:
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.ValidationStudy</pre>
 *
 * With {@code -Dstudy.runs=N} and {@code -Dstudy.seed=N} as wished. The same numbers give the same bytes, on every JDK.
 */
public final class ValidationStudy {
    static final Path FOLDER = Path.of("results", "validation");
    static final Path README = Path.of("README.md");

    private static final int FEWEST_RUNS = 100;

    private ValidationStudy() {}

    public static void main(String[] args) throws IOException {
        SimulationPlan plan = new SimulationPlan(
                Long.getLong("study.seed", 1), Integer.getInteger("study.runs", 4000), List.of(Rule.values()));
        if (plan.runs() < FEWEST_RUNS) {
            throw new IllegalArgumentException("study.runs is " + plan.runs() + ", must be at least " + FEWEST_RUNS);
        }
        ValidationResults study = ValidationResults.run(plan);
        Path folder = Path.of(System.getProperty("study.folder", FOLDER.toString()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("study.json"), ValidationJson.of(study));
        Files.writeString(folder.resolve("study.md"), new ValidationTables(study).text());
        if (folder.equals(FOLDER)) {
            String readme = Files.readString(README);
            Files.writeString(README, ReadmeBlock.of(readme).replaced(new ValidationSummary(study).mostTelling()));
        }
    }
}
