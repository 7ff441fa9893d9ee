package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fanout.host.TurnClient;
import fanout.host.TurnOptions;
import fanout.run.FakeForks.Fault;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ForkGroupRunnerTest {
    private static final ForkTimeouts SHORT =
            new ForkTimeouts(Duration.ofMillis(1500), Duration.ofMillis(700), Duration.ofSeconds(2));

    private static final SortedMap<String, String> NO_PROPERTIES = new TreeMap<>();

    private final FakeForks forks = new FakeForks();
    private final ForkGroup forkGroup =
            Fixture.plan(ForkOrder.TURNS, 1, "a", "b").forkGroups().get(0);

    @Test
    void onlyOneForkAtATimeHasTheTurn() throws Exception {
        List<FinishedFork> finished = run();

        assertThat(forks.mostAtOnce).hasValue(1);
        assertThat(finished).extracting(FinishedFork::arm).isEqualTo(forkGroup.arms());
    }

    @Test
    void eachCycleGivesEveryForkOneTurn() throws Exception {
        run();

        int arms = forkGroup.arms().size();
        assertThat(forks.turns).hasSize(arms * (Fixture.WARMUPS + Fixture.MEASURED));
        IntStream.range(0, forks.turns.size())
                .forEach(turn -> assertThat(forks.turns.get(turn)).endsWith(" " + (turn / arms + 1)));
    }

    @Test
    void theOrderWithinACycleIsShuffledBySeed() throws Exception {
        run();
        List<String> first = List.copyOf(forks.turns);
        forks.turns.clear();
        run();

        assertThat(forks.turns).isEqualTo(first);
        assertThat(IntStream.range(0, 5).mapToObj(cycle -> cycle(first, cycle)).distinct())
                .hasSizeGreaterThan(2);
    }

    /** ABBA: so no arm is nearer to the start of the machine's bursts than another. */
    @Test
    void everySecondCycleIsTheOneBeforeInReverse() throws Exception {
        run();

        List<String> reversed = new ArrayList<>(cycle(forks.turns, 0));
        Collections.reverse(reversed);
        assertThat(cycle(forks.turns, 1)).isEqualTo(reversed);
    }

    private static List<String> cycle(List<String> turns, int number) {
        return turns.subList(number * 4, number * 4 + 4).stream()
                .map(turn -> turn.replaceAll(" \\d$", ""))
                .toList();
    }

    @Test
    void everyTurnIsRecorded() throws Exception {
        List<Turn> turns = run().get(0).turns();

        assertThat(turns).extracting(Turn::iteration).containsExactly(1, 2, 3, 4, 5);
        assertThat(turns).extracting(Turn::warmup).containsExactly(true, true, false, false, false);
        assertThat(turns).extracting(Turn::score).isEqualTo(Fixture.SCORES);
        assertThat(turns).allSatisfy(turn -> {
            assertThat(turn.rulerMillis()).isEqualTo(3);
            assertThat(turn.loadAverage()).isEqualTo(0.5);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_STARTS, did not get to its first turn within 1 s",
        "DIES_AT_START, the VM did not start",
        "DIES_IN_TURN, died in its turn",
        "HANGS_IN_TURN, hung: nothing came from it for 0 s",
        "DIES_AT_THE_END, died at the end",
    })
    void theFaultOfOneForkFailsItsGroupAndIsReportedForItsArm(Fault fault, String message) {
        Arm arm = forkGroup.arms().get(2);
        forks.with(FakeForks.name(arm), fault);

        ForkFailedException failure = catchThrowableOfType(ForkFailedException.class, this::run);

        assertThat(failure.arm()).isEqualTo(arm);
        assertThat(failure).hasMessageContaining(message);
        assertThat(forks.killed).hasValue(1);
    }

    @Test
    void aForeignConnectionIsIgnored() throws Exception {
        try (TurnServer turnServer = new TurnServer()) {
            TurnOptions turnOptions = turnServer.turnOptions(0, NO_PROPERTIES);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), turnOptions.port())) {
                OutputStream out = stranger.getOutputStream();
                out.write("HELLO guess 0\n".getBytes(StandardCharsets.US_ASCII));
                TurnClient.connect(turnOptions, () -> {});
                try (ForkConnection fork = turnServer.accept(0, new CompletableFuture<>(), Duration.ofSeconds(10))) {
                    fork.release();
                    assertThat(stranger.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void aForkNoticesAtOnceThatItsRunHasEnded() throws Exception {
        CompletableFuture<Void> lost = new CompletableFuture<>();
        try (TurnServer turnServer = new TurnServer()) {
            TurnClient.connect(turnServer.turnOptions(0, NO_PROPERTIES), () -> lost.complete(null));
            turnServer
                    .accept(0, new CompletableFuture<>(), Duration.ofSeconds(10))
                    .close();
        }
        assertThat(lost).succeedsWithin(Duration.ofSeconds(10));
    }

    private List<FinishedFork> run() throws ForkFailedException, InterruptedException {
        return new ForkGroupRunner(
                        forks, new FakeMachine(), SHORT, TurnPauses.TURNS, NO_PROPERTIES, new RunListener() {})
                .run(forkGroup, arm -> IterationOptions.OF_THE_BENCHMARK, new Random(7));
    }
}
