package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fanout.record.Finding;
import fanout.record.ForkRecord;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.run.FakeForks.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class RunExecutorTest {
    private static final ForkTimeouts SHORT =
            new ForkTimeouts(Duration.ofMillis(1500), Duration.ofMillis(700), Duration.ofSeconds(2));

    @TempDir
    private Path temp;

    private final FakeForks forks = new FakeForks();
    private final List<String> notices = new ArrayList<>();
    private final RunListener progress = new RunListener() {
        @Override
        public void groupFailed(ForkGroup forkGroup, Arm arm, String problem, String next) {
            notices.add(forkGroup.round() + " " + FakeForks.name(arm) + ": " + next);
        }
    };

    @ParameterizedTest
    @EnumSource
    void everyForkIsKept(ForkOrder order) throws Exception {
        RunPlan plan = Fixture.plan(order, 2, "a", "b");

        assertThat(measure(plan, temp.resolve("run"))).isTrue();

        Manifest manifest = manifest(temp.resolve("run"));
        assertThat(manifest.forks()).hasSize(8).allMatch(ForkRecord::endedWell);
        assertThat(manifest.turns()).isEqualTo(order == ForkOrder.TURNS);
        assertThat(files())
                .contains(
                        "17.json",
                        "25.json",
                        "manifest.json",
                        "forks/0001.json",
                        "forks/0001.turns.json",
                        "forks/0008.json");
        assertThat(files()).noneMatch(file -> file.endsWith(".tmp"));
    }

    @Test
    void aForkThatFailsOnceIsMeasuredAgain() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 2, "a");
        forks.with("25 a", Fault.DIES_IN_TURN);

        assertThat(measure(plan, temp.resolve("run"))).isTrue();

        List<ForkRecord> entries = manifest(temp.resolve("run")).forks();
        assertThat(entries)
                .extracting(entry -> entry.round() + "." + entry.attempt() + " " + entry.label() + " "
                        + entry.status().split(":")[0])
                .containsExactlyInAnyOrder(
                        "1.1 25 failed",
                        "1.1 17 stopped, since 25 Bench.a failed",
                        "1.2 17 ok",
                        "1.2 25 ok",
                        "2.1 17 ok",
                        "2.1 25 ok");
        assertThat(entries).filteredOn(entry -> !entry.endedWell()).allMatch(entry -> entry.file() == null);
        assertThat(notices).containsExactly("1 25 a: tried once more");
    }

    @Test
    void anArmThatFailsTwiceIsGivenUpAndTheOthersGoOn() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 3, "a", "b");
        forks.with("25 a", Fault.DIES_IN_TURN, Fault.DIES_AT_START);

        assertThat(measure(plan, temp.resolve("run"))).isFalse();

        assertThat(notices).containsExactly("1 25 a: tried once more", "1 25 a: given up for the rest of the run");
        assertThat(ok("25 a")).isEmpty();
        assertThat(Stream.of("17 a", "17 b", "25 b").map(this::ok)).allMatch(rounds -> rounds.equals(List.of(1, 2, 3)));
    }

    /** A check when the run begins, and one each time it goes on. */
    @Test
    void eachCheckOfTheMachineIsKept() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 1, "a");
        MachineCheck first = new MachineCheck("a day", List.of(Finding.ok("swap", "none")));
        MachineCheck second = new MachineCheck("the next", List.of());
        Path run = temp.resolve("run");
        try (RunFolderWriter directory = RunFolderWriter.create(run, Fixture.manifest(plan))) {
            directory.add(first);
        }
        try (RunFolderWriter directory = RunFolderWriter.reopen(run)) {
            RunExecutor executor = executor(plan, directory);
            assertThat(executor.isFinished()).isFalse();
            directory.add(second);
            executor.run();
            assertThat(executor.isFinished()).isTrue();
        }

        assertThat(manifest(run).machine()).containsExactly(first, second);
        assertThat(manifest(run).forks()).hasSize(2);
    }

    @Test
    void aResumedRunGoesOnWhereItStopped() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 3, "a");
        Path whole = temp.resolve("whole");
        measure(plan, whole);
        Path half = temp.resolve("half");
        copyRounds(whole, half, plan, 1);
        Map<String, String> before = contents(half.resolve("forks"), ".*");
        forks.starts.clear();

        boolean complete;
        try (RunFolderWriter directory = RunFolderWriter.reopen(half)) {
            complete = executor(plan, directory).run();
        }

        assertThat(complete).isTrue();
        assertThat(forks.starts).hasSize(4);
        assertThat(contents(half.resolve("forks"), ".*")).containsAllEntriesOf(before);
        assertThat(manifest(half).forks()).hasSize(6);
    }

    @Test
    void mergedFilesDependOnTheForksFilesAlone() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 3, "a", "b");
        Path run = temp.resolve("run");
        measure(plan, run);
        byte[] merged = Files.readAllBytes(run.resolve("25.json"));
        Files.writeString(run.resolve("25.json"), "cut off");
        Files.delete(run.resolve("17.json"));

        RunFolderWriter.reopen(run).close();

        assertThat(run.resolve("25.json")).hasBinaryContent(merged);
        assertThat(run.resolve("17.json")).exists();
    }

    /**
     * A full disk has this effect: the manifest does not name a file that can't be written, and earlier files are
     * untouched.
     */
    @Test
    void aFileThatCantBeWrittenEndsTheRunWhichCanBeResumed() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 3, "a");
        Path run = temp.resolve("run");
        Path obstacle = run.resolve("forks/0004.json.tmp");
        try (RunFolderWriter directory = RunFolderWriter.create(run, Fixture.manifest(plan))) {
            Files.createDirectories(obstacle.resolve("x"));
            assertThatIOException().isThrownBy(() -> executor(plan, directory).run());
        }
        assertThat(manifest(run).forks()).hasSize(2).allMatch(ForkRecord::endedWell);
        Map<String, String> before = contents(run.resolve("forks"), "000[12].*");
        Files.delete(obstacle.resolve("x"));
        Files.delete(obstacle);

        try (RunFolderWriter directory = RunFolderWriter.reopen(run)) {
            assertThat(executor(plan, directory).run()).isTrue();
        }

        assertThat(contents(run.resolve("forks"), "000[12].*")).isEqualTo(before);
        assertThat(manifest(run).forks()).hasSize(6);
    }

    @Test
    void aStoppedRunRecordsNoFailure() throws Exception {
        RunPlan plan = Fixture.plan(ForkOrder.TURNS, 3, "a");
        forks.with("17 a", Fault.HANGS_IN_TURN);
        Path run = temp.resolve("run");
        try (RunFolderWriter directory = RunFolderWriter.create(run, Fixture.manifest(plan))) {
            RunExecutor executor = executor(plan, directory);
            executor.stop();

            assertThat(executor.run()).isFalse();
        }
        assertThat(manifest(run).forks()).isEmpty();
        assertThat(notices).isEmpty();
    }

    private static Manifest manifest(Path folder) throws IOException {
        return BegunRun.read(folder).manifest();
    }

    private boolean measure(RunPlan plan, Path folder) throws IOException, InterruptedException {
        try (RunFolderWriter directory = RunFolderWriter.create(folder, Fixture.manifest(plan))) {
            return executor(plan, directory).run();
        }
    }

    private RunExecutor executor(RunPlan plan, RunFolderWriter directory) {
        Machine machine = new FakeMachine();
        ForkGroupRunner groupRunner =
                new ForkGroupRunner(forks, machine, SHORT, TurnPauses.ALONE, new TreeMap<>(), progress);
        IterationPlan iterations = new IterationPlan(Fixture.settings(plan), List.of());
        return new RunExecutor(
                plan,
                Fixture.allRounds(plan),
                directory,
                new ForkGroupAttempts(plan, iterations, directory, groupRunner, machine, progress),
                progress);
    }

    private List<Integer> ok(String arm) {
        try {
            return manifest(temp.resolve("run")).forks().stream()
                    .filter(ForkRecord::endedWell)
                    .filter(entry ->
                            arm.equals(entry.label() + " " + entry.benchmark().replaceFirst(".*\\.", "")))
                    .map(ForkRecord::round)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies what a run leaves behind if it is killed after this many rounds. */
    private static void copyRounds(Path from, Path to, RunPlan plan, int rounds) throws IOException {
        Manifest whole = manifest(from);
        List<ForkRecord> kept =
                whole.forks().stream().filter(fork -> fork.round() <= rounds).toList();
        try (RunFolderWriter directory = RunFolderWriter.create(to, Fixture.manifest(plan))) {
            directory.add(kept);
        }
        for (ForkRecord fork : kept) {
            for (String ending : List.of(".json", ".jmh", ".turns.json")) {
                String file = fork.file().replace(".json", ending);
                Files.copy(from.resolve(file), to.resolve(file));
            }
        }
    }

    private List<String> files() throws IOException {
        Path run = temp.resolve("run");
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> run.relativize(file).toString())
                    .toList();
        }
    }

    private static Map<String, String> contents(Path folder, String names) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches(names))
                    .toList()) {
                contents.put(file.getFileName().toString(), java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
