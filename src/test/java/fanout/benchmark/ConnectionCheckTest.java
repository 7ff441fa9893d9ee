package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.testing.ScriptedServer;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {
    private static final Workload WORKLOAD = new Workload(100, 4);

    private final List<Socket> open = new ArrayList<>();
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer((id, connection) -> connection.user(id));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void connectionsThatAreKeptAreRight() throws IOException {
        ConnectionCheck check = begun(false);
        check.add(new Batch(100));
        assertThat(check.end()).isEmpty();
    }

    @Test
    void aLostConnectionIsAnErrorOfAClientThatReplacesNone() throws IOException {
        ConnectionCheck check = begun(false);
        check.add(new Batch(100));
        open.get(0).close();
        assertThatThrownBy(check::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 of 4 connections did not last for 1 batches, and no answer had said that it was the last"
                        + " one: the server closes them, or sends bytes behind an answer");
    }

    @Test
    void aLostConnectionIsNamedForAClientThatMayReplaceIt() throws IOException {
        ConnectionCheck check = begun(true);
        check.add(new Batch(100));
        open.get(0).close();
        assertThat(check.end()).get().asString().startsWith("1 of 4 connections did not last");
    }

    @Test
    void thatAllAreLostIsAnErrorOfEachClient() throws IOException {
        ConnectionCheck check = begun(true);
        check.add(new Batch(100));
        for (Socket socket : open) {
            socket.close();
        }
        assertThatThrownBy(check::end).hasMessageStartingWith("4 of 4 connections did not last");
    }

    @Test
    void aClientThatKeepsNoneIsRefused() {
        assumeLinux();
        ConnectionCheck check = new ConnectionCheck(server.uri(), WORKLOAD, true);
        check.begin(true);
        check.add(new Batch(100));
        assertThatThrownBy(check::end)
                .hasMessage("no connection is kept from batch to batch, so the score measures connecting");
    }

    @Test
    void beforeTheFirstBatchNothingIsExpected() {
        ConnectionCheck check = new ConnectionCheck(server.uri(), WORKLOAD, false);
        check.begin(false);
        check.add(new Batch(100));
        assertThat(check.end()).isEmpty();
    }

    @Test
    void asManyAnswersAsConnectionsMayBeTheLast() {
        ConnectionCheck check = new ConnectionCheck(server.uri(), WORKLOAD, false);
        check.begin(false);
        check.add(closing(4));
        assertThat(check.end())
                .contains("the server closed the connection after 4 answers of 1 batches,"
                        + " so the score has as many new connections in it");
        assertThatThrownBy(() -> check.add(closing(5)))
                .isInstanceOf(BatchFailedException.class)
                .hasMessage("the server closed the connection after 5 of 100 answers (Connection: close, or HTTP/1.0),"
                        + " so the score would measure connecting");
    }

    private static Batch closing(int answers) {
        Batch batch = new Batch(100);
        for (int i = 0; i < answers; i++) {
            batch.connectionCloses();
        }
        return batch;
    }

    private ConnectionCheck begun(boolean mayReplace) throws IOException {
        assumeLinux();
        URI uri = server.uri();
        for (int i = 0; i < WORKLOAD.concurrency(); i++) {
            open.add(new Socket(uri.getHost(), uri.getPort()));
        }
        ConnectionCheck check = new ConnectionCheck(uri, WORKLOAD, mayReplace);
        check.begin(true);
        return check;
    }

    private static void assumeLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "only Linux tells a process's connections");
    }
}
