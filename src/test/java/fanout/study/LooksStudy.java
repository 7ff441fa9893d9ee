package fanout.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The error rates of {@code run --until decided} over all its looks, on every kind of synthetic rounds: writes
 * {@code results/validation/looks.md}.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.LooksStudy</pre>
 */
public final class LooksStudy {
    static final Path TABLE = ValidationStudy.FOLDER.resolve("looks.md");
    static final int MOST_ROUNDS = 20;
    static final long SEED = 1;
    static final int RUNS = 2000;

    private LooksStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(
                TABLE,
                markdown(kinds().parallelStream()
                        .map(kind -> LooksResult.simulate(kind, RUNS, SEED))
                        .toList()));
    }

    /** Each kind of rounds once: how many of them there are is what the run decides. */
    static List<SimulatedScenario> kinds() {
        return SimulatedScenario.all().stream()
                .filter(scenario -> scenario.paired() && scenario.forks() == MOST_ROUNDS)
                .toList();
    }

    static String markdown(List<LooksResult> results) {
        List<List<String>> rows = results.stream().map(LooksStudy::row).toList();
        String title = String.format(
                Locale.ROOT,
                "Written by fanout.study.LooksStudy: runs by turns until decided, looked at after each round from the"
                        + " third on, %d rounds at most; %d runs of each kind; percent, with the standard error. Kinds"
                        + " and numbers as in [study.md](study.md).\n\n",
                MOST_ROUNDS,
                RUNS);
        return title
                + Markdown.table(
                        List.of(
                                "rounds are",
                                "share",
                                "correlation",
                                "no change: p < 5 %, over all looks",
                                "judged a change",
                                "stopped at the first p < 5 %",
                                "+3 %: slow-down of 3 % ruled out",
                                "interval covers the truth",
                                "+5 %: slower",
                                "no change: rounds until decided, median"),
                        rows);
    }

    static List<String> row(LooksResult result) {
        List<String> row = new ArrayList<>(Markdown.columns(result.scenario()).subList(1, 5));
        row.remove(1);
        for (Rate rate : List.of(
                result.significant(),
                result.changes(),
                result.naive(),
                result.notSlower(),
                result.covered(),
                result.slower())) {
            row.add(Markdown.withError(rate));
        }
        row.add(String.valueOf(result.rounds()));
        return row;
    }
}
