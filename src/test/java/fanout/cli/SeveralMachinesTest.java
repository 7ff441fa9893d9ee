package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.record.Host;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are put together are judged on each kind of machine, too, and what these disagree about has no verdict. */
class SeveralMachinesTest {
    private static final String NAME = "a.Bench.parse";
    private static final Host XEON = machine("one", "Intel(R) Xeon(R) Processor", 2);
    private static final Host EPYC = machine("two", "AMD EPYC", 2);
    private static final String ON_XEON = "Intel Xeon, 2 cores, 24 GiB, KVM";
    private static final String ON_EPYC = "AMD EPYC, 2 cores, 24 GiB, KVM";

    @TempDir
    Path folder;

    @Test
    void oppositeVerdictsAreNamedInPlaceOfTheirMean() throws Exception {
        JsonNode judgement =
                compareToJson(run(XEON, 1.20, 5), run(EPYC, 0.95, 4)).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judgement.get("reason").asText())
                .matches("the machines disagree: faster by \\d\\.\\d % \\(95 % interval -\\d.* to -\\d.*\\) on "
                        + ON_EPYC + "; slower by \\d\\d\\.\\d % \\(95 % interval .*\\) on " + ON_XEON
                        + "; over all of them: .*");
        assertThat(judgement.at("/machines").findValuesAsText("machine")).containsExactly(ON_EPYC, ON_XEON);
        assertThat(judgement.at("/machines").findValuesAsText("verdict")).containsExactly("faster", "slower");
        assertThat(judgement.at("/machines").findValuesAsText("baselineForks")).containsExactly("4", "5");
        assertThat(judgement.at("/machines/0/change").asDouble()).isBetween(-0.06, -0.04);
        assertThat(judgement.at("/machines/0/ci/1").asDouble()).isBetween(-0.05, 0.0);
    }

    /** With many rounds on one machine the mean of both is a change for certain, though the other knows none. */
    @Test
    void aClearChangeOnOneMachineIsNoVerdictIfTheOtherRulesItOut() throws Exception {
        List<String> both = List.of(run(XEON, 1.2, 30), run(EPYC, 1, 4));

        JsonNode judgement = compareToJson(both.toArray(String[]::new)).at("/benchmarks/0");

        assertThat(judgement.at("/machines").findValuesAsText("verdict")).containsExactly("unchanged", "slower");
        assertThat(judgement.get("pAdjusted").asDouble()).isLessThan(1e-6);
        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
    }

    @Test
    void theSameVerdictOnAllOfThemStandsAndTheSizeIsWarnedOf() throws Exception {
        JsonNode judgement =
                compareToJson(run(XEON, 1.20, 5), run(EPYC, 1.40, 5)).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("slower");
        assertThat(judgement.get("warnings"))
                .extracting(JsonNode::asText)
                .anyMatch(warning ->
                        warning.matches("how large the change is depends on the machine: \\+\\d\\d\\.\\d % .* on "
                                + ON_EPYC + "; \\+\\d\\d\\.\\d % .* on " + ON_XEON));
    }

    @Test
    void machinesWhoseIntervalsMeetAreJudgedTogether() throws Exception {
        JsonNode judgement =
                compareToJson(run(XEON, 1.20, 5), run(EPYC, 1.20, 5)).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("slower");
        assertThat(judgement.get("warnings")).isEmpty();
        assertThat(judgement.get("machines")).hasSize(2);
    }

    /** Two rounds are no verdict, on a machine of several as on one alone. */
    @Test
    void aMachineWithTwoRoundsDisagreesWithNobody() throws Exception {
        JsonNode judgement =
                compareToJson(run(XEON, 1.20, 5), run(EPYC, 0.80, 2)).at("/benchmarks/0");

        assertThat(judgement.at("/machines/0/verdict").asText()).isEqualTo("inconclusive");
        assertThat(judgement.get("reason").asText()).doesNotContain("disagree");
    }

    @Test
    void twoHostsOfOneKindAreOneMachine() throws Exception {
        Host twin = machine("twin", XEON.cpu(), XEON.cores());

        assertThat(compareToJson(run(XEON, 1.2, 5), run(twin, 0.9, 5)).at("/benchmarks/0/machines"))
                .isEmpty();
    }

    @Test
    void forksWithoutTurnsAreJudgedOnEachMachineToo() throws Exception {
        String xeon = files(XEON, false, 1.2, 5).write().toString();
        String epyc = files(EPYC, false, 0.9, 5).write().toString();

        JsonNode judgement = compareToJson(xeon, epyc).at("/benchmarks/0");

        assertThat(judgement.get("reason").asText()).startsWith("the machines disagree: faster by ");
        assertThat(judgement.at("/machines/0/paired").asBoolean()).isFalse();
    }

    /** Before on one machine and after on another: neither has both sides. */
    @Test
    void aMachineOfOneSideOnlyIsNotJudged() throws Exception {
        String before = single("before", XEON, 10).write().toString();
        String after = single("after", EPYC, 12).write().toString();

        JsonNode json = compareToJson(before, after);

        assertThat(json.at("/benchmarks/0").has("machines")).isFalse();
        assertThat(json.at("/warnings/0").asText()).isEqualTo("the results are of different hosts: one, two");
    }

    @Test
    void machinesThatHaveOneNameAreNamedByTheirKinds() throws Exception {
        Host other = machine(XEON.name(), EPYC.cpu(), EPYC.cores());

        JsonNode json = compareToJson(
                single("before", XEON, 10).write().toString(),
                single("after", other, 12).write().toString());

        assertThat(json.at("/warnings/0").asText())
                .startsWith("the results are of different hosts: ")
                .contains(ON_XEON, ON_EPYC);
    }

    @Test
    void strategiesAreJudgedOnEachMachineToo() throws Exception {
        String xeon = strategies(XEON, 1.2).write().toString();
        String epyc = strategies(EPYC, 0.9).write().toString();

        JsonNode judgement = compareToJson("--by", "strategy", xeon, epyc).at("/benchmarks/0");

        assertThat(judgement.at("/machines").findValuesAsText("verdict")).containsExactly("faster", "slower");
        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
    }

    @Test
    void everyFormatNamesTheMachines() {
        String xeon = run(XEON, 1.2, 5);
        String epyc = run(EPYC, 0.9, 5);
        String summary = "the machines disagree about 1 of 1 scores, which has no verdict";

        for (String format : List.of("text", "markdown", "html")) {
            String report = CommandLineSession.compare("--format", format, xeon, epyc)
                    .out()
                    .replaceAll("\\s+", " ");
            assertThat(report)
                    .as(format)
                    .contains(summary, "On each machine", ON_XEON, ON_EPYC, "the machines disagree: faster by ");
        }
    }

    @Test
    void aNameOfAMachineIsNoHtml() {
        Host hostile = machine("h", "<script>alert(1)</script>", 2);

        assertThat(CommandLineSession.compare("--format", "html", run(XEON, 1.2, 5), run(hostile, 0.9, 5))
                        .out())
                .doesNotContain("<script>alert");
    }

    private static Host machine(String name, String cpu, int cores) {
        return new Host(name, cpu, cores, 24L << 30, null, null, "KVM");
    }

    private String run(Host host, double change, int rounds) {
        return files(host, true, change, rounds).write().toString();
    }

    private RunFiles files(Host host, boolean turns, double change, int rounds) {
        List<double[]> base =
                new ArrayList<>(List.of(Entry.forks(rounds, 10, host.name().hashCode())));
        List<double[]> other = new ArrayList<>(
                List.of(Entry.forks(rounds, 10 * change, 1 + host.name().hashCode())));
        return new RunFiles(folder.resolve(host.name()), turns)
                .host(host)
                .jvm("jdk17")
                .jvm("jdk25")
                .forks("jdk17", NAME, base.toArray(double[][]::new))
                .forks("jdk25", NAME, other.toArray(double[][]::new));
    }

    private RunFiles single(String name, Host host, double level) {
        return new RunFiles(folder.resolve(name), true)
                .host(host)
                .jvm("jdk17")
                .forks("jdk17", NAME, Entry.forks(5, level, name.hashCode()));
    }

    private RunFiles strategies(Host host, double change) {
        return single(host.name(), host, 10).forks("jdk17", "a.Bench.two", Entry.forks(5, 10 * change, 8));
    }
}
