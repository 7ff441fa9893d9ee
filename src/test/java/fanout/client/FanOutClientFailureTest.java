package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.testing.ScriptedServer;
import fanout.testing.ScriptedServer.Connection;
import fanout.testing.Slow;
import fanout.testing.Strategies;
import fanout.testing.StrategySetup;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy must do when an answer is wrong: fail clearly, and leave nothing behind. */
@Timeout(60)
@Slow
class FanOutClientFailureTest {
    private static final int BAD_ID = 17;

    /** Ways to answer wrongly, and what the failure must say. */
    enum Fault {
        WRONG_ID("the answer is for id 18") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.user(BAD_ID + 1);
            }
        },
        NO_ID("id") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.json(200, "{\"name\":\"x\"}");
            }
        },
        TWO_IDS("Duplicate field 'id'") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.json(200, "{\"id\":18,\"id\":17}");
            }
        },
        TOO_LONG("a body of 4294967296 bytes, must be 0 to 2097152") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n");
            }
        },
        NOT_JSON("Unrecognized token") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.json(200, "hello");
            }
        },
        EMPTY("") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.json(200, "");
            }
        },
        NO_CONTENT("status 204") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.send("HTTP/1.1 204 No Content\r\n\r\n");
            }
        },
        SERVER_ERROR("status 500") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.json(500, "{\"error\":\"scripted\"}");
            }
        },
        REDIRECT_TO_ANOTHER_HOST("status 302") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.redirect("http://127.0.0.2/user/17");
            }
        },
        REDIRECT_TO_ITSELF("") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.redirect("/user/17");
            }
        },
        CUT_OFF("") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":17");
                connection.close();
            }
        },
        CLOSED("") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.close();
            }
        },
        RESET("") {
            @Override
            void answer(Connection connection) throws IOException {
                connection.reset();
            }
        };

        final String message;

        Fault(String message) {
            this.message = message;
        }

        abstract void answer(Connection connection) throws IOException;
    }

    static Stream<Arguments> everyStrategyAndFault() {
        return Strategies.overHttp1WithSetups()
                .flatMap(strategy -> Stream.of(Fault.values()).map(fault -> Arguments.of(strategy, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyStrategyAndFault")
    void aFaultFailsTheBatchAndNamesTheRequest(StrategySetup strategy, Fault fault) throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                    if (id == BAD_ID && broken.get()) {
                        fault.answer(connection);
                    } else {
                        connection.user(id);
                    }
                });
                FanOutClient client = strategy.open(server.uri(), 8)) {
            assertThatThrownBy(() -> fetch(client, 100))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessageStartingWith("GET /user/17: ")
                    .hasMessageContaining(fault.message)
                    .cause()
                    .isInstanceOfAny(IOException.class, HttpException.class);
            assertThatNothingStaysLeased(client);
            assertThat(server.requests())
                    .filteredOn(head -> head.startsWith("GET /user/17 "))
                    .as("a request is sent once, and once again only by a strategy that retries")
                    .hasSizeBetween(1, strategy.mostTries());

            // No permit, thread or connection was lost: many more requests than there are of those still pass.
            broken.set(false);
            fetch(client, 100);
            assertThat(client.leasedConnections()).isZero();
        }
    }

    /** HttpClient's minimal async client reports a failure just before it discards the connection. */
    private static void assertThatNothingStaysLeased(FanOutClient client) throws InterruptedException {
        for (int tries = 0; tries < 100 && client.leasedConnections() > 0; tries++) {
            Thread.sleep(10);
        }
        assertThat(client.leasedConnections()).isZero();
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1WithSetups")
    void aRefusedConnectionFailsTheBatch(StrategySetup strategy) throws Exception {
        ScriptedServer gone = new ScriptedServer((id, connection) -> connection.user(id));
        URI uri = gone.uri();
        gone.close();
        try (FanOutClient client = strategy.open(uri, 8)) {
            assertThatThrownBy(() -> fetch(client, 100))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessageMatching("GET /user/\\d+: .*refused.*");
            assertThatNothingStaysLeased(client);
        }
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1WithSetups")
    void aChunkedAnswerWithMoreFieldsIsAccepted(StrategySetup strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                    String json = "{\"name\":\"user\",\"id\":" + id + ",\"tags\":[1,{}]}";
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n");
                });
                FanOutClient client = strategy.open(server.uri(), 8)) {
            assertThat(fetch(client, 100).user(99).id()).isEqualTo(99);
        }
    }

    private static Batch fetch(FanOutClient client, int requests) throws InterruptedException {
        Batch batch = new Batch(requests);
        client.fetch(batch);
        return batch.verify();
    }
}
