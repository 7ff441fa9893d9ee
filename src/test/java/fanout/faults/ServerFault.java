package fanout.faults;

import fanout.testing.ScriptedServer.Connection;
import java.io.IOException;

/** A way in which a server answers wrongly, and what the harness must say of it. */
enum ServerFault {
    NO_ANSWER("no answer", "no answer for 2000 ms") {
        @Override
        void answer(int id, Connection connection) {}
    },
    HALF_A_HEAD("half of a head, then nothing", "no answer for 2000 ms") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Le");
        }
    },
    HALF_A_BODY("half of a body, then nothing", "no answer for 2000 ms") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id");
        }
    },
    BODY_OF_2_GB("a body of 2 GB announced", "a body of 2147483648 bytes, must be 0 to 2097152") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n");
        }
    },
    BODY_OF_4_GB("a body of 4 GB announced", "a body of 4294967296 bytes, must be 0 to 2097152") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n");
        }
    },
    NEGATIVE_LENGTH("a negative length", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
        }
    },
    LENGTH_WITHOUT_END("a length of 40 digits", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + "9".repeat(40) + "\r\n\r\n");
        }
    },
    ENDLESS_BODY("a body without length or end", "a body of \\d+ bytes, must be 0 to 2097152") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            repeat(connection, " ".repeat(1 << 16));
        }
    },
    HUGE_CHUNK("a chunk of 2 GB announced", "a body of \\d+ bytes, must be 0 to 2097152|no answer for 2000 ms") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n{");
        }
    },
    ENDLESS_CHUNKS("chunks without end", "a body of \\d+ bytes, must be 0 to 2097152") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            repeat(connection, "10000\r\n" + " ".repeat(1 << 16) + "\r\n");
        }
    },
    UNKNOWN_CODING("an unknown transfer coding", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\n" + user(id));
        }
    },
    INFORMATIONAL_FIRST("status 103 before the answer", null) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            connection.user(id);
        }
    },
    INFORMATIONAL_FOR_EVER("status 103 for ever", "no answer for 2000 ms|.") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            repeat(connection, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(100));
        }
    },
    BYTES_BEHIND_ONCE("bytes behind one answer", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + user(id) + "XYZ");
        }
    },
    SECOND_ANSWER_ONCE("one answer twice", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.user(id);
            connection.user(id);
        }
    },
    WRONG_ID("the answer for another id", "the answer is for id 18") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.user(id + 1);
        }
    },
    DUPLICATE_ID("two ids in an answer", "Duplicate field 'id'") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.json(200, "{\"id\":8,\"id\":" + id + "}");
        }
    },
    NO_ID("an answer without id", "id") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.json(200, "{\"name\":\"x\"}");
        }
    },
    NOT_JSON("an answer that is no JSON", "Unrecognized token") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.json(200, "hello");
        }
    },
    EMPTY("an empty body", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.json(200, "");
        }
    },
    SERVER_ERROR("status 500", "status 500, not 200") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.json(500, "{\"id\":" + id + "}");
        }
    },
    REDIRECT("a redirect", "status 302, not 200|Circular redirect") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 302 Found\r\nLocation: /user/17\r\nContent-Length: 0\r\n\r\n");
        }
    },
    CUT_OFF("a body that is cut off", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":17");
            connection.close();
        }
    },
    CLOSED("a connection closed instead of an answer", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.close();
        }
    },
    RESET("a connection reset instead of an answer", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.reset();
        }
    },
    NO_HTTP("no HTTP", "") {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.send("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        }
    },
    BYTES_BEHIND_EACH("bytes behind each answer", "", true) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.user(id);
            connection.send("XYZ");
        }
    },
    SECOND_ANSWER_EACH("each answer twice", "", true) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.user(id);
            connection.user(id);
        }
    },
    CONNECTION_CLOSE_EACH("Connection: close on each answer", "the score would measure connecting", true) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            String body = user(id);
            connection.send(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            connection.close();
        }
    },
    HTTP_1_0_EACH("HTTP/1.0 on each answer", "measures? connecting", true) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            String body = user(id);
            connection.send("HTTP/1.0 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            connection.close();
        }
    },
    CLOSED_AFTER_EACH("a connection closed after each answer, without a word", "", true) {
        @Override
        void answer(int id, Connection connection) throws IOException {
            connection.user(id);
            connection.close();
        }
    };

    /** The request that is answered wrongly, where only one is. */
    static final int BAD_ID = 17;

    /** The request that a server is tried with before anything is measured. */
    private static final int PROBE_ID = 7;

    private static final int MOST_REPEATS = 4_000;

    private final String description;
    private final String line;
    private final boolean onEach;

    ServerFault(String description, String line) {
        this(description, line, false);
    }

    ServerFault(String description, String line, boolean onEach) {
        this.description = description;
        this.line = line;
        this.onEach = onEach;
    }

    abstract void answer(int id, Connection connection) throws IOException;

    /** A pattern of what must be said; null if nothing is wrong. */
    String line() {
        return line;
    }

    void script(int id, Connection connection) throws IOException {
        if (onEach ? id != PROBE_ID : id == BAD_ID) {
            answer(id, connection);
        } else {
            connection.user(id);
        }
    }

    private static String user(int id) {
        return "{\"id\":" + id + "}";
    }

    /** Until the client closes the connection; 260 MB at most. */
    private static void repeat(Connection connection, String text) throws IOException {
        for (int i = 0; i < MOST_REPEATS; i++) {
            connection.send(text);
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
