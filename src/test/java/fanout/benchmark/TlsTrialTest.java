package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSetup;
import fanout.client.Strategy;
import fanout.server.ServerConditions;
import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import fanout.testing.Slow;
import fanout.testing.Strategies;
import fanout.testing.Threads;
import fanout.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The strategies over TLS: the same contract, and the handshakes are over before the first measured op. */
@Timeout(120)
public class TlsTrialTest {
    private static final Workload WORKLOAD = new Workload(200, 8);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    static Stream<Strategy> withTls() {
        return Strategies.ofThisJvm().filter(Strategy::supportsTls);
    }

    static Stream<Arguments> withTlsAndServers() {
        return Strategies.withServers(withTls())
                .flatMap(each -> Stream.of(ClientSetup.values())
                        .filter(setup -> setup == ClientSetup.IDIOMATIC || each.get()[1].equals("embedded"))
                        .map(setup -> Arguments.of(each.get()[0], setup, each.get()[1])));
    }

    @NeedsJvm
    @ParameterizedTest
    @MethodSource("withTlsAndServers")
    void aTrialMeasuresOverTlsAndLeavesNothingBehind(Strategy strategy, ClientSetup setup, String server)
            throws Exception {
        Set<Thread> before = Threads.alive();
        try (Trial trial = Trial.start(strategy, setup, WORKLOAD, https(server), ProofTime.FIRST)) {
            assertThat(trial.batch().user(199).id()).isEqualTo(199);
        }
        assertThat(Threads.startedSince(before, TIMEOUT)).isEmpty();
    }

    @Slow
    @ParameterizedTest
    @MethodSource("withTls")
    void noHandshakeIsPartOfAnOp(Strategy strategy) throws Exception {
        int connections = strategy.connections(8);
        Recording setUp = handshakes();
        try (Trial trial = Trial.start(strategy, ClientSetup.IDIOMATIC, WORKLOAD, https("embedded"), ProofTime.FIRST)) {
            // Both ends of each connection are in this JVM.
            assertThat(count(setUp)).isBetween(connections, 2 * connections);

            Recording ops = handshakes();
            for (int op = 0; op < 20; op++) {
                trial.batch();
            }
            assertThat(count(ops)).isZero();
        }
    }

    static Stream<Strategy> withoutTls() {
        return Strategies.ofThisJvm().filter(strategy -> !strategy.supportsTls());
    }

    @ParameterizedTest
    @MethodSource("withoutTls")
    void aStrategyWithoutTlsIsRefused(Strategy strategy) {
        assertThatThrownBy(() ->
                        Trial.start(strategy, ClientSetup.IDIOMATIC, WORKLOAD, https("embedded"), ProofTime.FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(strategy + " has no TLS, so scheme must be http");
    }

    private static ServerConditions https(String server) {
        return Conditions.of(server, "https", 0, 0);
    }

    private static Recording handshakes() {
        Recording recorder = new Recording();
        recorder.enable("jdk.TLSHandshake");
        recorder.start();
        return recorder;
    }

    private int count(Recording recorder) throws Exception {
        Path file = folder.resolve(recorder.getId() + ".jfr");
        try (recorder) {
            recorder.stop();
            recorder.dump(file);
        }
        return RecordingFile.readAllEvents(file).size();
    }
}
